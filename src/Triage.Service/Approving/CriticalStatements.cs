using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>What a person must confirm before approval: the critical statements of the text as it stands now.</summary>
internal sealed class CriticalStatements(TriageDbContext db)
{
    /// <summary>The name of a statement's tick: its own words, so that an edit elsewhere does not undo it and one in it does.</summary>
    public static string KeyOf(CriticalStatement statement) => $"{statement.Kind}:{statement.Text}";

    /// <summary>The statements of this text, checked against the case's passages.</summary>
    public async Task<IReadOnlyList<CriticalStatement>> OfAsync(Case subject, string text, CancellationToken cancellation)
    {
        if (subject.HidesSuggestion)
        {
            return [];
        }

        var draft = await db.Drafts.AsNoTracking().Where(d => d.CaseId == subject.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        return draft is null ? [] : [.. draft.Draft.Critical.Where(c => text.Contains(c.Text, StringComparison.Ordinal))];
    }

    /// <summary>Those that nobody ticked yet.</summary>
    public async Task<IReadOnlyList<CriticalStatement>> OpenAsync(Case subject, Reply reply, CancellationToken cancellation) =>
        [.. (await OfAsync(subject, reply.Text, cancellation)).Where(c => !reply.Ticked.Contains(KeyOf(c)))];
}
