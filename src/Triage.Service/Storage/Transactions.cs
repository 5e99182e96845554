using Microsoft.EntityFrameworkCore;

namespace Triage.Service.Storage;

internal static class Transactions
{
    /// <summary>
    /// Runs the change in one transaction and commits it with everything that it added. On SQLite the transaction takes
    /// the write lock at once (BEGIN IMMEDIATE), so that what it reads stays true until it commits.
    /// </summary>
    public static async Task<T> InTransactionAsync<T>(this TriageDbContext db, Func<Task<T>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await change();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <inheritdoc cref="InTransactionAsync{T}"/>
    public static Task InTransactionAsync(this TriageDbContext db, Func<Task> change, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                await change();
                return true;
            },
            cancellation);
}
