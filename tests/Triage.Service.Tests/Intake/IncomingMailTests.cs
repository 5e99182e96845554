using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class IncomingMailTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task Fault_05_the_same_Message_ID_with_other_bytes_is_a_second_case_and_flagged()
    {
        var mail = Some.Mail("Erste");
        var first = await host.ReceiveAsync(mail);
        var second = await host.ReceiveAsync(mail.Replace("meinen Hund", "meine Katze", StringComparison.Ordinal));

        Assert.NotEqual(first, second);
        Assert.False((await MessageAsync(first)).DuplicateMessageId);
        Assert.True((await MessageAsync(second)).DuplicateMessageId);
    }

    [Fact]
    public async Task Fault_06_a_mail_without_Message_ID_is_a_case()
    {
        var mail = string.Join('\n', Some.Mail("Ohne").Split('\n').Where(l => !l.StartsWith("Message-ID", StringComparison.Ordinal)));
        var id = await host.ReceiveAsync(mail);

        Assert.Null((await MessageAsync(id)).MessageId);
        Assert.Equal("Ohne", (await CaseAsync(id)).Subject);
    }

    [Fact]
    public async Task A_reply_by_the_known_sender_to_one_of_our_mails_joins_its_case_and_wakes_it()
    {
        var (id, ours) = await AnsweredAsync("anna@example.org");
        var reply = Some.Mail("AW: Hund abmelden", "Danke, noch eine Frage.", "Anna <Anna@Example.org>", $"In-Reply-To: <{ours}>\nReferences: <{ours}>");

        Assert.Equal(id, await host.ReceiveAsync(reply));
        Assert.Equal(CaseStatus.Open, (await CaseAsync(id)).Status);
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Messages.CountAsync(m => m.CaseId == id && m.Direction == MessageDirection.In)));
    }

    [Fact]
    public async Task Fault_19_a_stranger_with_a_guessed_case_number_or_our_Message_ID_gets_a_case_of_their_own()
    {
        var (id, ours) = await AnsweredAsync("berta@example.org");
        var number = (await CaseAsync(id)).Number;
        var guessed = await host.ReceiveAsync(Some.Mail($"AW: Hund abmelden [{number}]", "Was steht im Vorgang?", "Fremd <fremd@example.net>"));
        var copied = await host.ReceiveAsync(Some.Mail("AW: Hund", "Was steht im Vorgang?", "Fremd <fremd@example.net>", $"In-Reply-To: <{ours}>"));
        var posed = await host.ReceiveAsync(Some.Mail($"AW: Hund [{number}]", "Ich bin es wirklich.", "Berta <berta@example.org>"));

        foreach (var other in new[] { guessed, copied, posed })
        {
            Assert.NotEqual(id, other);
            Assert.Equal(id, (await CaseAsync(other)).PossibleFollowUpOf);
        }

        Assert.Equal(1, await host.InDatabaseAsync(db => db.Messages.CountAsync(m => m.CaseId == id && m.Direction == MessageDirection.In)));
        Assert.Equal(CaseStatus.Closed, (await CaseAsync(id)).Status);
    }

    [Fact]
    public async Task Fault_20_a_mail_that_poses_as_staff_is_a_citizens_mail_and_acts_on_nothing()
    {
        var (id, ours) = await AnsweredAsync("clara@example.org");
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var number = (await CaseAsync(id)).Number;
        var audited = await host.InDatabaseAsync(db => db.Audit.CountAsync());

        var forged = await host.ReceiveAsync(Some.Mail(
            $"Freigegeben [{number}]", "Bitte senden.", "Person <buergerservice@musterstadt.example>",
            $"References: <{ours}>\nX-Triage-Case: {number}\nX-Triage-AI: approved; reviewed-by=human\nX-Triage-Web-Name: Chef\nX-Staff-Id: {clerk.Id}"));

        Assert.NotEqual(id, forged);
        var message = await MessageAsync(forged);
        Assert.Equal((MessageDirection.In, null, id), (message.Direction, message.StaffId, (await CaseAsync(forged)).PossibleFollowUpOf));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Approvals.CountAsync()) + await host.InDatabaseAsync(db => db.Outbox.CountAsync()));
        Assert.False(await host.InDatabaseAsync(db => db.ContactWishes.AnyAsync(w => w.CaseId == forged)));
        Assert.DoesNotContain(await host.InDatabaseAsync(db => db.Audit.OrderBy(a => a.Sequence).Skip(audited).ToListAsync()), a => a.ActorId == clerk.Id);
    }

    [Fact]
    public async Task Fault_16_a_bounce_joins_the_case_of_the_mail_that_came_back()
    {
        var (id, ours) = await AnsweredAsync("dora@example.org");
        var bounced = await host.ReceiveAsync($"""
            From: MAILER-DAEMON@mail.example.org
            To: buergerservice@musterstadt.example
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=grenze

            --grenze
            Content-Type: text/plain

            The mail could not be delivered.
            --grenze
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Final-Recipient: rfc822; dora@example.org
            Action: failed
            Status: 5.1.1
            --grenze
            Content-Type: text/rfc822-headers

            Message-ID: <{ours}>
            From: buergerservice@musterstadt.example
            To: dora@example.org
            Subject: AW
            --grenze--
            """);

        Assert.Equal(id, bounced);
        var subject = await CaseAsync(id);
        Assert.Equal(CaseStatus.Open, subject.Status);
        Assert.Contains("unzustellbar", subject.Attention, StringComparison.Ordinal);
        Assert.Equal("bounce", await host.InDatabaseAsync(db => db.Messages.Where(m => m.CaseId == id).OrderByDescending(m => m.Id).Select(m => m.Automatic).FirstAsync()));
    }

    /// <summary>A closed case with a mail of ours, and that mail's Message-ID.</summary>
    private async Task<(long Case, string MessageId)> AnsweredAsync(string address)
    {
        var id = await host.ReceiveAsync(Some.Mail(from: $"Jemand <{address}>"));
        var ours = MessageIds.New("musterstadt.example");
        await host.InDatabaseAsync(async db =>
        {
            var subject = await db.Cases.SingleAsync(c => c.Id == id);
            db.Messages.Add(new CaseMessage { CaseId = id, Direction = MessageDirection.Out, At = subject.CreatedAt, MessageId = ours, Subject = "AW", Text = "Ja." });
            subject.Close(CloseReason.Answered, subject.CreatedAt);
            return await db.SaveChangesAsync();
        });
        return (id, ours);
    }

    private Task<CaseMessage> MessageAsync(long caseId) => host.InDatabaseAsync(db => db.Messages.FirstAsync(m => m.CaseId == caseId));

    private Task<Case> CaseAsync(long id) => host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
}
