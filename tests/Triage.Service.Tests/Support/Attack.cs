using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Tests.Support;

/// <summary>SQL past the program, as somebody with the database's password could send it.</summary>
internal static class Attack
{
    /// <summary>With the database's foreign keys in force.</summary>
    public static Task<int> ExecuteAsync(this ServiceHost host, string sql) =>
        host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>With foreign keys switched off: a SQLite connection without them, or a PostgreSQL session as a replica's.</summary>
    public static Task<int> WithoutForeignKeysAsync(this ServiceHost host, string sql) => host.InDatabaseAsync(async db =>
    {
        if (db is PostgresTriageDbContext)
        {
            return await db.Database.ExecuteSqlRawAsync(string.Join("; ", "SET session_replication_role = replica", sql, "SET session_replication_role = DEFAULT"));
        }

        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { ForeignKeys = false, Pooling = false }.ToString();
        await using var open = new SqliteConnection(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    });
}
