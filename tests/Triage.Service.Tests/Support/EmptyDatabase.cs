using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Tests.Support;

/// <summary>A SQLite file with all migrations and no row, made once: migrating is half of a host's start.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Migrated = new(Make);

    public static void PutInto(string folder) => File.WriteAllBytes(Path.Combine(folder, "triage.db"), Migrated.Value);

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("triage-empty-").FullName;
        var file = Path.Combine(folder, "triage.db");
        using (var db = new SqliteTriageDbContext(new DbContextOptionsBuilder<SqliteTriageDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
        {
            db.Database.Migrate();
        }

        var bytes = File.ReadAllBytes(file);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
