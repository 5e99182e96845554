using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

/// <summary>Both answers go out, and what the citizen writes back finds its case.</summary>
public sealed class SplitReplyTests
{
    [Fact]
    public async Task Both_answers_reply_to_her_mail_with_their_own_numbers_and_her_replies_go_to_their_cases()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Mail:RecallSeconds"] = "0" });
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        await host.InDatabaseAsync(db => db.TextBlockVersions.ExecuteUpdateAsync(v => v
            .SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, clerk.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human)));
        var id = await host.ReceiveTwoConcernsAsync();
        var part = await host.PartAsync(clerk, id);
        var hers = await host.InDatabaseAsync(db => db.Messages.Where(m => m.CaseId == id && m.Direction == MessageDirection.In).Select(m => m.MessageId!).SingleAsync());

        await clerk.SendAsync(id, ("Text", "Guten Tag, der Hund ist abgemeldet."));
        await clerk.SendAsync(part, ("Text", "Guten Tag, die Laterne wird repariert."));
        foreach (var (answered, word) in new[] { (id, "Hund"), (part, "Laterne") })
        {
            await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Messages.AnyAsync(m => m.CaseId == answered && m.Direction == MessageDirection.Out)));
            var sent = await host.InDatabaseAsync(db => db.Messages.SingleAsync(m => m.CaseId == answered && m.Direction == MessageDirection.Out));
            var mail = await MimeKit.MimeMessage.LoadAsync(Path.Combine(host.OutboxFolder, sent.MessageId!.Split('@')[0] + ".eml"));
            var number = (await host.FindAsync(answered)).Number;
            Assert.Equal((hers, number, "erika@example.org"), (mail.InReplyTo, mail.Headers["X-Triage-Case"], mail.To.Mailboxes.Single().Address));
            Assert.Contains($"[{number}]", mail.Subject, StringComparison.Ordinal);
            Assert.Contains(word, mail.TextBody, StringComparison.Ordinal);
            Assert.Equal(CaseStatus.Closed, (await host.FindAsync(answered)).Status);

            var reply = Some.Mail($"Re: {mail.Subject}", "Danke. Wann genau?", headers: $"In-Reply-To: <{sent.MessageId}>\nReferences: <{hers}> <{sent.MessageId}>");
            Assert.Equal(answered, await host.ReceiveAsync(reply));
            Assert.Equal(CaseStatus.Open, (await host.FindAsync(answered)).Status);
        }

        Assert.Equal(2, await host.InDatabaseAsync(db => db.Messages.CountAsync(m => m.CaseId == part && m.Direction == MessageDirection.In)));
        // One receipt, that of the first case, however often she writes.
        Assert.Equal([id], await host.InDatabaseAsync(db => db.Notices.Select(n => n.CaseId).ToListAsync()));
        Assert.Null((await host.FindAsync(part)).StatusCodeHash);
    }

    [Fact]
    public async Task A_mail_that_answers_her_own_points_people_to_the_first_case()
    {
        await using var host = await ServiceHost.StartAsync();
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        await host.PartAsync(clerk, id);
        var hers = await host.InDatabaseAsync(db => db.Messages.Where(m => m.CaseId == id && m.Direction == MessageDirection.In).Select(m => m.MessageId!).SingleAsync());

        var later = await host.ReceiveAsync(Some.Mail("Nachtrag", "Noch etwas zu meiner Nachricht.", headers: $"In-Reply-To: <{hers}>"));

        Assert.Equal(id, (await host.FindAsync(later)).PossibleFollowUpOf);
    }
}
