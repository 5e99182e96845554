using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Storage;

internal static class FreeSpace
{
    private const int Attempts = 20;

    // It reads and writes the whole database; what a page may wait for a lock says nothing about that.
    private static readonly TimeSpan LongestOnPostgres = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Overwrites what was deleted or changed: databases leave the old bytes in free pages and in the write-ahead log. False: the
    /// database was too busy; the next call does it.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">It cannot be done, as with a full disk: it writes a copy of the whole file.</exception>
    public static async Task<bool> OverwriteFreeSpaceAsync(this TriageDbContext db, CancellationToken cancellation)
    {
        try
        {
            if (db is PostgresTriageDbContext)
            {
                db.Database.SetCommandTimeout(LongestOnPostgres);
            }

            await db.Database.ExecuteSqlRawAsync("VACUUM", cancellation);
            return db is PostgresTriageDbContext || await EmptyLogAsync(db, cancellation);
        }
        catch (Exception e) when (e.IsBusy())
        {
            return false;
        }
    }

    // The log is emptied only when nobody reads from it, so it takes a few attempts on a busy day.
    private static async Task<bool> EmptyLogAsync(TriageDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0)
                {
                    return true;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }

            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
