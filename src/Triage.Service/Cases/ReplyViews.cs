using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Simplifying;
using Triage.Models.Inquiries;
using Triage.Service.Approving;
using Triage.Service.Approving.Simplifying;
using Triage.Service.Approving.Translating;
using Triage.Service.Drafting;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Shows the answer in work: what a person saved, or typed and could not save, or the draft, or an empty letter.</summary>
internal sealed class ReplyViews(TriageDbContext db, ReplyDesk desk, CriticalStatements critical, InsertableBlocks blocks, Translations translations, PlainDrafts plain, NoDraft noDraft, Municipality town)
{
    public async Task<ReplyView> OfAsync(Case subject, StoredDraft? draft, ReplyInput? typed, CancellationToken cancellation)
    {
        var saved = await desk.CurrentAsync(subject.Id, cancellation);
        var usable = draft is { State: DraftState.Suggested } && town.BearsDraft(subject.Kind) ? draft : null;
        var wish = await db.ContactWishes.AsNoTracking().SingleOrDefaultAsync(w => w.CaseId == subject.Id, cancellation);
        var input = typed ?? (saved is null ? Fresh(subject, usable, wish?.AnswerBy) : Input(saved));
        var from = saved is null ? usable is not null : saved.DraftId is not null;
        return new ReplyView
        {
            Recipient = input.Recipient,
            Subject = input.Subject,
            Text = input.Text,
            Channel = input.Channel,
            AsksBack = input.AsksBack,
            Version = saved?.Version ?? 0,
            DraftId = input.DraftId,
            FromSuggestion = from,
            HasDraft = usable is not null,
            Note = usable is null ? await noDraft.WhyAsync(subject, draft, cancellation) : About(usable, from),
            Coming = usable is null ? await noDraft.ComingAsync(subject, cancellation) : null,
            Saved = saved is null ? null : $"{German.Moment(saved.SavedAt)}, {await NameAsync(saved.SavedBy, cancellation)}",
            Statements = [.. (await critical.OfAsync(subject, input.Text, cancellation)).Select(c => Show(c, input.Ticked))],
            Files = await FilesAsync(subject.Id, input.AttachmentIds, cancellation),
            Newer = Newer(saved, usable),
            Previous = [.. saved?.Versions.Select(v => v.Text) ?? []],
            CanBeSimplified = await plain.IsOfferedAsync(subject, cancellation),
            Blocks = await blocks.OfAsync(subject, cancellation),
            TranslatedInto = (await translations.LanguageAsync(subject, cancellation))?.German,
            PostalAddress = wish?.PostalAddress,
            Phone = wish?.Phone,
        };
    }

    /// <summary>A letter with nothing in it but its beginning and its end.</summary>
    public static string EmptyLetter(Case subject, Municipality town) =>
        $"Guten Tag,\n\n\n\nMit freundlichen Grüßen\n{town.Name}{(town.Department(subject.Department) is { External: false } office ? $", {office.Name}" : "")}";

    private ReplyInput Fresh(Case subject, StoredDraft? draft, AnswerChannel? wish) => new(
        subject.CitizenAddress ?? "",
        AnswerSubject(subject.Subject),
        draft?.Draft.Text ?? EmptyLetter(subject, town),
        wish ?? (subject.CitizenAddress is null ? AnswerChannel.Letter : AnswerChannel.Email),
        AsksBack: false, [], [], 0, draft?.Id);

    // A text written by hand has no newer draft but the one that was asked for.
    private static NewerDraft? Newer(Reply? saved, StoredDraft? usable)
    {
        var plain = usable?.Draft.PromptVersion == LetterSimplifier.PromptVersion;
        return usable is not null && saved is not null && saved.DraftId != usable.Id && (plain || saved.DraftId is not null)
            ? new NewerDraft(usable.Id, usable.Draft.Text, plain) : null;
    }

    private static ReplyInput Input(Reply r) => new(r.Recipient, r.Subject, r.Text, r.Channel, r.AsksBack, r.Ticked, r.AttachmentIds, r.Version);

    private static string AnswerSubject(string subject) =>
        subject.StartsWith("AW:", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? subject : $"AW: {subject}";

    private static string About(StoredDraft stored, bool inUse)
    {
        var draft = stored.Draft;
        var sources = draft.Citations.Select(c => c.Marker.Trim('[', ']')).Distinct().ToList();
        var open = draft.OpenQuestions.Count switch
        {
            0 => "",
            1 => " Eine Frage lässt er offen.",
            var n => $" {n} Fragen lässt er offen.",
        };
        return (inUse ? "KI-Entwurf, nicht gesendet. " : "Es gibt einen KI-Entwurf. ")
            + (stored.Standard is { } standard ? $"Er gibt die Standardantwort zu „{standard.ArticleTitle}“ (Fassung {standard.Version}). Sie ist allgemein: Bitte prüfen Sie, ob sie alle Fragen beantwortet. " : "")
            + (stored.Refusal is { } reason ? $"Er ist aus Fundstellen zusammengestellt. {RefusalWords.Of(reason)} " : "")
            + (draft.NoSource || sources.Count == 0 ? "Er hat keine Fundstelle und sagt nichts zu." : $"Er stützt sich auf {string.Join(", ", sources)}.") + open;
    }

    private static StatementView Show(CriticalStatement c, IReadOnlyList<string> ticked)
    {
        var key = CriticalStatements.KeyOf(c);
        return new StatementView(key, $"{CriticalWords.Of(c.Kind)}: „{c.Text}“", c.Supported, ticked.Contains(key));
    }

    private async Task<IReadOnlyList<FileView>> FilesAsync(long caseId, IReadOnlyList<long> ids, CancellationToken cancellation) =>
        [.. (await db.Attachments.AsNoTracking().Where(a => a.CaseId == caseId && ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellation))
            .Select(MessageViews.FileOf)];

    private async Task<string> NameAsync(long staff, CancellationToken cancellation) =>
        await db.Users.Where(s => s.Id == staff).Select(s => s.DisplayName).SingleOrDefaultAsync(cancellation) ?? "";
}
