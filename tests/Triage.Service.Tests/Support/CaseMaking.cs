using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Erasing;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Support;

/// <summary>Cases put into the database as the pipeline would leave them, with the suggestion and draft that a test wants.</summary>
internal static class CaseMaking
{
    /// <summary>An open case with one message of its citizen. A null office is "Zu klären".</summary>
    public static Task<long> CaseAsync(
        this ServiceHost host, string subject, string? department, int dueInDays = 5, bool urgent = false, Action<Case>? change = null, bool blind = false, string? kind = "frage", string? topic = null) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TriageDbContext>();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var number = await db.InTransactionAsync(() => db.NextCaseNumberAsync("MU", 2026, CancellationToken.None), CancellationToken.None);
            var made = new Case
            {
                Number = number,
                Channel = CaseChannel.Email,
                Subject = subject,
                CitizenName = "Erika Beispiel",
                CitizenAddress = "erika@example.org",
                CreatedAt = now,
                DueAt = now,
                BlindCheck = blind,
            };
            made.Route(department, topic, kind, urgent, InboxQueues.EndOfToday(now.AddDays(dueInDays)));
            made.Present();
            change?.Invoke(made);
            db.Cases.Add(made);
            await db.SaveChangesAsync();
            db.Messages.Add(Message(made, now));
            await db.SaveChangesAsync();
            return made.Id;
        });

    /// <summary>A suggestion for the case's first message.</summary>
    public static Task<long> SuggestAsync(this ServiceHost host, long caseId, string department, string? topic = null, string kind = "frage", IReadOnlyList<Reason>? because = null,
        Func<Classification, Classification>? change = null) =>
        host.InDatabaseAsync(async db =>
        {
            var message = db.Messages.First(m => m.CaseId == caseId);
            var said = new Classification(
                department, topic, kind, Urgent: false, "de", [], Abstained: false,
                [new(department, 0.8), new("ordnungsamt", 0.15), new("bauamt", 0.05)],
                topic is null ? [] : [new(topic, 0.7)], [new(kind, 0.9)], because ?? [], [], "test-1");
            var suggestion = new Suggestion
            {
                CaseId = caseId,
                MessageId = message.Id,
                At = message.At,
                Department = department,
                Topic = topic,
                Kind = kind,
                Confidence = 0.8,
                Abstained = false,
                ModelVersion = "test-1",
                Classification = change?.Invoke(said) ?? said,
            };
            db.Suggestions.Add(suggestion);
            await db.SaveChangesAsync();
            return suggestion.Id;
        });

    /// <summary>A draft for the case's newest message, with one passage that carries it.</summary>
    public static Task<long> DraftAsync(this ServiceHost host, long caseId, string text, params CriticalStatement[] critical) =>
        host.InDatabaseAsync(async db =>
        {
            var message = db.Messages.Where(m => m.CaseId == caseId).OrderByDescending(m => m.Id).First();
            var passage = new Passage("hundesteuer-abmelden#1", "hundesteuer-abmelden", "Hund abmelden", "Abmelden", "Sie melden den Hund innerhalb von zwei Wochen ab.", 0, 10, "steueramt", "hundesteuer");
            var draft = new StoredDraft
            {
                CaseId = caseId,
                MessageId = message.Id,
                At = message.At,
                Draft = new Draft(text, [new Citation("A", passage.ArticleId, passage.Id, passage.Text, passage.Text)], critical, ["Bekomme ich Geld zurück?"], NoSource: false, "composed", ""),
                Passages = [new RetrievedPassage(passage, 7.5)],
            };
            db.Drafts.Add(draft);
            await db.SaveChangesAsync();
            return draft.Id;
        });

    /// <summary>Messages before the case's own one, a day apart, oldest first; their ids.</summary>
    public static Task<IReadOnlyList<long>> HistoryAsync(this ServiceHost host, long caseId, params (MessageDirection Direction, string Text)[] messages) =>
        host.InDatabaseAsync<IReadOnlyList<long>>(async db =>
        {
            var first = db.Messages.Where(m => m.CaseId == caseId).OrderBy(m => m.Id).First();
            var earlier = messages.Select((m, i) => new CaseMessage
            {
                CaseId = caseId,
                Direction = m.Direction,
                At = first.At.AddDays(i - messages.Length),
                FromName = m.Direction == MessageDirection.In ? first.FromName : null,
                FromAddress = m.Direction == MessageDirection.In ? first.FromAddress : "stadt@example.org",
                Subject = first.Subject,
                Text = m.Text,
            }).ToList();
            db.Messages.AddRange(earlier);
            await db.SaveChangesAsync();
            return [.. earlier.Select(m => m.Id)];
        });

    /// <summary>Closes the case, as a colleague would, and erases it, as an administrator would.</summary>
    public static Task EraseAsync(this ServiceHost host, long caseId, long staffId) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TriageDbContext>();
        var subject = await db.Cases.SingleAsync(c => c.Id == caseId);
        subject.Close(CloseReason.ByPhone, subject.CreatedAt);
        await db.SaveChangesAsync();
        var who = new StaffIdentity(staffId, "Administration", new HashSet<string>(), new HashSet<string> { StaffRole.Administrator }, Shortcuts: false);
        return await services.GetRequiredService<Eraser>().EraseAsync(caseId, ErasureReason.Request, who, CancellationToken.None);
    });

    /// <summary>A draft that found no source, which makes the case one of the gaps.</summary>
    public static Task<int> NoSourceAsync(this ServiceHost host, long caseId) => host.InDatabaseAsync(async db =>
    {
        var message = db.Messages.First(m => m.CaseId == caseId);
        db.Drafts.Add(new StoredDraft
        {
            CaseId = caseId, MessageId = message.Id, At = message.At, Passages = [],
            Draft = new Draft("Wir fragen nach.", [], [], [message.Subject], NoSource: true, "composed", ""),
        });
        return await db.SaveChangesAsync();
    });

    private static CaseMessage Message(Case made, DateTimeOffset now) => new()
    {
        CaseId = made.Id,
        Direction = MessageDirection.In,
        At = now,
        MessageId = $"{Guid.NewGuid():N}@example.org",
        FromName = made.CitizenName,
        FromAddress = made.CitizenAddress,
        Subject = made.Subject,
        Text = "Guten Tag,\n\nwie melde ich meinen Hund ab?",
    };
}
