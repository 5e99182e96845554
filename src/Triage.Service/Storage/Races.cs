using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Triage.Service.Storage;

internal static class Races
{
    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE (sqlite.org/rescode.html).</summary>
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    /// <summary>
    /// Somebody else was first: a unique key or a row's version refused the change. Anything else, such as a full disk, is no
    /// race and must not be told as one.
    /// </summary>
    public static bool IsLostRace(this DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException switch
    {
        SqliteException lite => lite.SqliteExtendedErrorCode is PrimaryKey or Unique,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
