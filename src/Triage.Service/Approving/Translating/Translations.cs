using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting.Translating;
using Triage.Models.Intake;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Approving.Translating;

/// <summary>
/// Translations of answers to citizens who wrote in another language. Made when a person reviews an answer, for that text
/// alone; without a language model, for who wants no AI and while suggestions are paused there are none.
/// </summary>
internal sealed class Translations(TriageDbContext db, SuggestionSwitch suggestions, TimeProvider time, LetterTranslator? translator = null)
{
    // Names stand at the beginning and the end, and the finder must be through in time.
    private const int MostOfInquiry = 8_000;

    /// <summary>The language that this case's answer is translated into; null: none.</summary>
    public async Task<LetterLanguage?> LanguageAsync(Case subject, CancellationToken cancellation)
    {
        if (translator is null || subject.WithoutAi || await suggestions.ArePausedAsync(cancellation))
        {
            return null;
        }

        var suggestion = await db.Suggestions.AsNoTracking().Where(s => s.CaseId == subject.Id).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);
        return LetterLanguage.Of(suggestion?.Classification.Language);
    }

    /// <summary>What is known of this text's translation; null: nothing yet.</summary>
    public Task<StoredTranslation?> FindAsync(Case subject, string german, LetterLanguage language, CancellationToken cancellation)
    {
        var hash = Hash(german);
        return db.Translations.AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == subject.Id && t.OfSha256 == hash && t.Language == language.Code, cancellation);
    }

    /// <summary>The translation for a mail with this text, made now where nobody tried yet; null: it goes without one.</summary>
    public async Task<OutgoingTranslation?> ForMailAsync(Case subject, Reply reply, StaffIdentity who, CancellationToken cancellation)
    {
        if (reply.Channel == AnswerChannel.Phone || await LanguageAsync(subject, cancellation) is not { } language)
        {
            return null;
        }

        var german = MailFreezer.WithoutMarkers(reply.Text);
        var known = await FindAsync(subject, german, language, cancellation) ?? await MakeAsync(subject, german, language, who, cancellation);
        return known.Text is { } text ? new OutgoingTranslation(language, text) : null;
    }

    /// <summary>Asks the model, also where it was asked before.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The case was erased while the model wrote.</exception>
    public async Task<StoredTranslation> MakeAsync(Case subject, string german, LetterLanguage language, StaffIdentity who, CancellationToken cancellation)
    {
        var inquiry = await db.Messages.AsNoTracking().Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In && m.Automatic == null)
            .OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellation);
        var known = inquiry is null ? "" : string.Join("\n\n", inquiry.Subject, Shorten.To(inquiry.Text, MostOfInquiry).Text, inquiry.Signature);
        var result = await translator!.TranslateAsync(new TranslationRequest(german, known, subject.CitizenName), language, cancellation);
        return await SaveAsync(
            subject, german, language, who, translation =>
            {
                (translation.State, translation.Text, translation.Reason) = (result.Text is null ? TranslationState.Refused : TranslationState.Made, result.Text, result.Reason);
                db.Record(result.Use, subject.Id, time);
            },
            cancellation);
    }

    /// <summary>This text goes without a translation.</summary>
    public Task LeaveOutAsync(Case subject, string german, LetterLanguage language, StaffIdentity who, CancellationToken cancellation) => SaveAsync(
        subject, german, language, who, translation => (translation.State, translation.Text, translation.Reason) = (TranslationState.LeftOut, null, null), cancellation);

    private Task<StoredTranslation> SaveAsync(
        Case subject, string german, LetterLanguage language, StaffIdentity who, Action<StoredTranslation> change, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await db.DemandNotErasedAsync(subject.Id, cancellation);
            var hash = Hash(german);
            var row = await db.Translations.SingleOrDefaultAsync(t => t.CaseId == subject.Id && t.OfSha256 == hash && t.Language == language.Code, cancellation);
            if (row is null)
            {
                db.Translations.Add(row = new StoredTranslation
                {
                    CaseId = subject.Id, OfSha256 = hash, Language = language.Code, Model = translator!.Model, PromptVersion = LetterTranslator.PromptVersion, At = time.GetUtcNow(),
                });
            }

            (row.Model, row.PromptVersion, row.At) = (translator!.Model, LetterTranslator.PromptVersion, time.GetUtcNow());
            change(row);
            await db.AppendAsync(new AuditEvent("translate", "case", subject.Id, who.Id, $"language={language.Code};state={row.State};text={hash}"), time, cancellation);
            return row;
        },
        cancellation);

    private static string Hash(string german) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(german)));
}
