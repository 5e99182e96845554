using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Erasing;

/// <summary>Looks for words in everything that a service stores: each column of each table by SQL, and each file's bytes.</summary>
internal static class Canary
{
    /// <summary>"table.column" and file names in which one of the words stands, in any case, also Base64 or quoted.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(ServiceHost host, params string[] words)
    {
        var forms = words.SelectMany(Forms).ToList();
        var places = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(host))
        {
            places.UnionWith(await InTableAsync(host, table, forms));
        }

        foreach (var file in Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories))
        {
            if (Holds(await ReadAsync(file), forms))
            {
                places.Add(Path.GetRelativePath(host.Folder, file).Split(Path.DirectorySeparatorChar)[0]);
            }
        }

        return [.. places];
    }

    private static Task<List<string>> TablesAsync(ServiceHost host) => host.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>(
        db is PostgresTriageDbContext
            ? "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync());

    private static Task<List<string>> InTableAsync(ServiceHost host, string table, List<string> forms) => host.InDatabaseAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!);
                if (Holds(value, forms))
                {
                    found.Add($"{table}.{reader.GetName(i)}");
                }
            }
        }

        return found;
    });

    private static bool Holds(byte[] bytes, List<string> forms)
    {
        var text = Encoding.Latin1.GetString(bytes).Replace("=\r\n", "", StringComparison.Ordinal);
        return forms.Exists(f => text.Contains(f, StringComparison.OrdinalIgnoreCase));
    }

    // Base64 shifts with the place of the first byte; of each of the three shifts, the part that depends on the word alone.
    private static IEnumerable<string> Forms(string word) =>
        [word, .. Enumerable.Range(0, 3).Select(shift => Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', shift) + word))[(shift == 0 ? 0 : 4)..^4])];

    // SQLite's files are open and locked by this process, and two of them go with the last connection: nothing is left in them then.
    private static async Task<byte[]> ReadAsync(string file)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException) when (file.EndsWith("-shm", StringComparison.Ordinal) || file.EndsWith("-wal", StringComparison.Ordinal))
        {
            return [];
        }
    }
}
