using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Triage.Service.Storage;

internal static class BusyDatabase
{
    /// <summary>SQLITE_BUSY and SQLITE_LOCKED (sqlite.org/rescode.html).</summary>
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <summary>
    /// Others held what was needed until the wait was over: later it works. Anything else, such as a full disk, must not be told
    /// as this.
    /// </summary>
    public static bool IsBusy(this Exception e) => e switch
    {
        DbUpdateException { InnerException: { } inner } => inner.IsBusy(),
        SqliteException lite => lite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected,
        NpgsqlException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
