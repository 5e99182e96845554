using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;

namespace Triage.Service.Storage;

internal static class StorageSetup
{
    /// <summary>
    /// Half of a start is EF Core being compiled for the first time. Another core does that while the rest is set up; what comes
    /// of it is thrown away, and what goes wrong comes up again where it matters.
    /// </summary>
    /// <returns>The query that was compiled, in the dialect of the database that <paramref name="connection"/> names.</returns>
    public static Task<string> WarmUpAsync(string? connection) => Task.Run(() =>
    {
        using TriageDbContext db = IsPostgres(connection)
            ? new PostgresTriageDbContext(new DbContextOptionsBuilder<PostgresTriageDbContext>().UseNpgsql().Options)
            : new SqliteTriageDbContext(new DbContextOptionsBuilder<SqliteTriageDbContext>().UseSqlite().Options);
        return db.Cases.Where(c => c.Id == 0).Select(c => c.Number).ToQueryString();
    });

    /// <summary>
    /// Adds the database (SQLite by default; PostgreSQL when <c>ConnectionStrings:Triage</c> begins with "Host=" or a
    /// postgres:// address), the content store, and the sign-in keys kept in the database.
    /// </summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>().BindConfiguration("Storage")
            .PostConfigure(o => o.Folder = Path.GetFullPath(o.Folder, Path.GetDirectoryName(DataFolder.Find())!))
            .ValidateDataAnnotations().ValidateOnStart();
        var connection = builder.Configuration.GetConnectionString("Triage");
        if (IsPostgres(connection))
        {
            builder.Services.AddDbContext<TriageDbContext, PostgresTriageDbContext>((services, options) => options
                .UseNpgsql(connection, pg => pg.CommandTimeout(Wait(services))));
        }
        else
        {
            builder.Services.AddDbContext<TriageDbContext, SqliteTriageDbContext>((services, options) => options
                .UseSqlite(SqliteConnectionString(connection, services), lite => lite.CommandTimeout(Wait(services))));
        }

        builder.Services.AddSingleton<ContentStore>();
        builder.Services.AddDataProtection().SetApplicationName("Triage").PersistKeysToDbContext<TriageDbContext>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return builder;
    }

    /// <summary>Migrates, switches SQLite to WAL, and refuses to start on a database whose foreign keys are broken.</summary>
    /// <exception cref="InvalidOperationException">A row points to nothing: somebody wrote past the program.</exception>
    public static async Task PrepareStorageAsync(this WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TriageDbContext>();
        if (db is PostgresTriageDbContext)
        {
            // Asking an empty database for its migrations would log the error that they have no table yet.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
            await MigrateAsync(db, cancellation);
            return;
        }

        await PrepareSqliteAsync(db, cancellation);
    }

    private static async Task PrepareSqliteAsync(TriageDbContext db, CancellationToken cancellation)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await ReleaseAbandonedMigrationLockAsync(db, cancellation);
        await MigrateAsync(db, cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", cancellation);
        var broken = await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(cancellation);
        if (broken.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database {file} has rows that point to nothing, in: {string.Join(", ", broken.Distinct())}. "
                + "Somebody changed it past the program. Restore a backup, or repair these rows, then start again.");
        }
    }

    // Most starts have nothing to migrate, and to migrate begins with comparing the whole model to its snapshot: a second.
    private static async Task MigrateAsync(TriageDbContext db, CancellationToken cancellation)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }
    }

    // EF Core's SQLite migration lock is a row; a process killed in the middle of a migration leaves it behind and every
    // later start would wait for ever. One process owns the file, so a lock found at start belongs to nobody.
    private static async Task ReleaseAbandonedMigrationLockAsync(TriageDbContext db, CancellationToken cancellation)
    {
        var exists = await db.Database
            .SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }

    private static bool IsPostgres(string? connection) => connection is not null
        && (connection.StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
            || connection.StartsWith("postgres", StringComparison.OrdinalIgnoreCase));

    private static string SqliteConnectionString(string? connection, IServiceProvider services)
    {
        var folder = services.GetRequiredService<IOptions<StorageOptions>>().Value.Folder;
        var builder = new SqliteConnectionStringBuilder(connection ?? $"Data Source={Path.Combine(folder, "triage.db")}")
        {
            ForeignKeys = true,
            DefaultTimeout = Wait(services),
        };
        return builder.ToString();
    }

    private static int Wait(IServiceProvider services) => services.GetRequiredService<IOptions<StorageOptions>>().Value.WaitSeconds;
}
