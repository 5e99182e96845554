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
/// included. A draft's own sentences keep the judgement that was stored with it, also when it was superseded or discarded;
/// facts in new words are checked against the newest draft's passages and the town's contacts.
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

        var drafts = await db.Drafts.AsNoTracking().Where(d => d.CaseId == subject.Id).OrderByDescending(d => d.Id).ToListAsync(cancellation);
        var draft = drafts.Find(d => d.State == DraftState.Suggested);
        return draft is not null && Plain(draft.Draft.Text) == Plain(text)
            ? draft.Draft.Critical
            : Check(subject, draft, drafts.SelectMany(d => d == draft ? [] : d.Draft.Critical), text);
    }

    /// <summary>Those that nobody ticked yet.</summary>
    public async Task<IReadOnlyList<CriticalStatement>> OpenAsync(Case subject, Reply reply, CancellationToken cancellation) =>
        [.. (await OfAsync(subject, reply.Text, cancellation)).Where(c => !reply.Ticked.Contains(KeyOf(c)))];

    // What stands in the draft was judged with it. A sentence of the clerk's own needs no source, only its facts do; one of an
    // older draft is not her own (her text may have begun with it before a split or a new message made another draft).
    private List<CriticalStatement> Check(Case subject, StoredDraft? draft, IEnumerable<CriticalStatement> older, string text)
    {
        var suggested = draft?.Draft.Text ?? "";
        var kept = (draft?.Draft.Critical ?? []).Concat(older.Where(c => !suggested.Contains(c.Text, StringComparison.Ordinal)))
            .Where(c => text.Contains(c.Text, StringComparison.Ordinal));
        var standing = AskBack.Text(subject, town);
        var typed = new GroundingCheck(Sources(subject, draft)).Check(text)
            .Where(s => s.IsCritical && s.Kind != StatementKinds.Sentence)
            .Where(s => !suggested.Contains(s.Text, StringComparison.Ordinal) && !standing.Contains(s.Text, StringComparison.Ordinal))
            .Select(s => s.ToCritical());
        return [.. kept.Concat(typed).DistinctBy(KeyOf)];
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
