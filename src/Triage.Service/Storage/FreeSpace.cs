using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Storage;

internal static class FreeSpace
{
    private const int Attempts = 20;

    /// <summary>
    /// Overwrites what was deleted or changed: databases leave the old bytes in free pages and in the write-ahead log. False: the
    /// database was too busy; the next call does it.
    /// </summary>
    public static async Task<bool> OverwriteFreeSpaceAsync(this TriageDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM", cancellation);
            return db is PostgresTriageDbContext || await EmptyLogAsync(db, cancellation);
        }
        catch (DbException)
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
