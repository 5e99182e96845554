using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Triage.Service.Tests.Support;

/// <summary>
/// One PostgreSQL server for the whole run, from Debian's package, in a folder of its own on a free port, stopped at the
/// end. A test that lacks it is skipped visibly.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? folder;
    private string? connection;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        if (Binaries() is not { } bin || Environment.UserName != "root")
        {
            return;
        }

        folder = Directory.CreateTempSubdirectory("triage-postgres-").FullName;
        var port = FreePort();
        await RunAsync("chown", "postgres", folder);
        await AsPostgresAsync($"{bin}/initdb -D {folder}/data -A trust -E UTF8 --no-sync");
        await AsPostgresAsync(
            $"{bin}/pg_ctl -D {folder}/data -w -l {folder}/log -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200' start");
        connection = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=60");
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await AsPostgresAsync($"{Binaries()}/pg_ctl -D {folder}/data -m immediate stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The connection string of a new, empty database; skips the test when there is no server.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        if (connection is null)
        {
            Assert.Skip("PostgreSQL is not installed (Debian's package postgresql), or the tests do not run as root.");
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"triage{Interlocked.Increment(ref databases)}");
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", open);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString();
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
        : null;

    private static Task AsPostgresAsync(string command) => RunAsync("runuser", "-u", "postgres", "--", "sh", "-c", command);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>On which database a test runs.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

public static class DatabaseKinds
{
    /// <summary>Both, for <c>[MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]</c>.</summary>
    public static TheoryData<DatabaseKind> Both => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>Settings for a host on this database, with <paramref name="more"/> settings.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SettingsAsync(
        this PostgresServer postgres, DatabaseKind kind, params (string Key, string Value)[] more)
    {
        var settings = more.ToDictionary(m => m.Key, m => m.Value);
        if (kind == DatabaseKind.Postgres)
        {
            settings["ConnectionStrings:Triage"] = await postgres.NewDatabaseAsync();
        }

        return settings;
    }
}
