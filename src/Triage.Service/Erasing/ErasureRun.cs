using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Erasing;

internal enum FreeSpaceState
{
    Overwritten,
    Busy,
    Failed,
}

/// <summary>What was erased, why the rest was not (by the first case's id), and whether its remains are overwritten.</summary>
internal sealed record ErasureOutcome(IReadOnlyList<long> Erased, IReadOnlyDictionary<long, string> Problems, FreeSpaceState FreeSpace);

/// <summary>
/// Erases one after the other what a person chose. One that cannot be erased hides nothing of the others. Once begun it is done
/// to the end, also when the browser goes away.
/// </summary>
internal sealed partial class ErasureRun(TriageDbContext db, Eraser eraser, ILogger<ErasureRun> log)
{
    public async Task<ErasureOutcome> RunAsync(IReadOnlyList<long> ids, ErasureReason reason, StaffIdentity who)
    {
        var (erased, problems) = (new List<long>(), new Dictionary<long, string>());
        foreach (var id in ids)
        {
            if (await ProblemAsync(id, reason, who) is { } problem)
            {
                problems.Add(id, problem);
            }
            else
            {
                erased.Add(id);
            }
        }

        return new ErasureOutcome(erased, problems, erased.Count == 0 ? FreeSpaceState.Overwritten : await OverwriteAsync());
    }

    private async Task<string?> ProblemAsync(long id, ErasureReason reason, StaffIdentity who)
    {
        try
        {
            return await eraser.EraseAsync(id, reason, who, CancellationToken.None);
        }
        catch (Exception e) when (e.IsBusy())
        {
            return "Die Datenbank war zu beschäftigt. Bitte versuchen Sie es in einigen Minuten noch einmal.";
        }
        catch (DbUpdateConcurrencyException)
        {
            return "Der Vorgang hat sich gerade geändert. Bitte sehen Sie nach, ob er noch erledigt ist.";
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            LogNotErased(log, e, id);
            return "Beim Löschen trat ein Fehler auf. Er steht im Log des Dienstes. Bitte löschen Sie noch einmal, wenn er behoben ist.";
        }
    }

    private async Task<FreeSpaceState> OverwriteAsync()
    {
        try
        {
            return await db.OverwriteFreeSpaceAsync(CancellationToken.None) ? FreeSpaceState.Overwritten : FreeSpaceState.Busy;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            LogNotOverwritten(log, e);
            return FreeSpaceState.Failed;
        }
    }

    [LoggerMessage(LogLevel.Error, "Case {CaseId} was not erased")]
    private static partial void LogNotErased(ILogger log, Exception e, long caseId);

    [LoggerMessage(LogLevel.Error, "What was erased may still lie in the database's free space: overwriting it failed. The next erasure tries again; VACUUM does it by hand")]
    private static partial void LogNotOverwritten(ILogger log, Exception e);
}
