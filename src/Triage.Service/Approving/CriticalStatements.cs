using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>
/// What a person must confirm before approval: the critical statements of the text as it stands now, what the clerk typed
/// included. A draft's own sentences keep the judgement that was stored with it; facts in new words are checked against the
/// case's passages and the town's contacts.
/// </summary>
internal sealed class CriticalStatements(TriageDbContext db, TownFacts facts, Municipality town)
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

        var draft = await db.Drafts.AsNoTracking().Where(d => d.CaseId == subject.Id && d.State == DraftState.Suggested)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
        return draft is not null && Plain(draft.Draft.Text) == Plain(text) ? draft.Draft.Critical : Check(subject, draft, text);
    }

    /// <summary>Those that nobody ticked yet.</summary>
    public async Task<IReadOnlyList<CriticalStatement>> OpenAsync(Case subject, Reply reply, CancellationToken cancellation) =>
        [.. (await OfAsync(subject, reply.Text, cancellation)).Where(c => !reply.Ticked.Contains(KeyOf(c)))];

    private List<CriticalStatement> Check(Case subject, StoredDraft? draft, string text)
    {
        // A sentence of the clerk's own needs no source, only its facts do; a sentence of the machine's does.
        var machine = (draft?.Draft.Critical ?? []).Where(c => c.Kind == StatementKinds.Sentence).Select(c => c.Text).ToHashSet();
        var standing = AskBack.Text(subject, town);
        return [.. new GroundingCheck(Sources(subject, draft)).Check(text)
            .Where(s => s.IsCritical && !standing.Contains(s.Text, StringComparison.Ordinal) && (s.Kind != StatementKinds.Sentence || machine.Contains(s.Text)))
            .Select(s => s.ToCritical()).DistinctBy(KeyOf)];
    }

    private List<GroundingSource> Sources(Case subject, StoredDraft? draft)
    {
        var sources = (draft?.Passages ?? []).Select(p => p.Passage)
            .Select(p => new GroundingSource(p.Id, $"{p.ArticleTitle} {p.HeadingPath}", p.Text)).ToList();
        if (facts.Contact(subject.Department) is { } office)
        {
            sources.Add(new GroundingSource(
                $"office:{office.Id}", office.Name, string.Join('\n', office.Name, office.Address, office.Phone, office.Email, office.Url, office.Hours)));
        }

        return sources;
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
