using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied", AutomaticKind.Vacation)]
    [InlineData("Auto-Submitted: auto-generated (rule)", AutomaticKind.Other)]
    [InlineData("Precedence: auto_reply", AutomaticKind.Vacation)]
    [InlineData("Precedence: bulk", AutomaticKind.List)]
    [InlineData("List-Id: <rat.example.net>", AutomaticKind.List)]
    [InlineData("List-Unsubscribe: <mailto:weg@example.net>", AutomaticKind.List)]
    [InlineData("Return-Path: <>", AutomaticKind.Bounce)]
    [InlineData("X-Autoreply: yes", AutomaticKind.Vacation)]
    [InlineData("Sender: owner-liste@example.org", AutomaticKind.List)]
    [InlineData("Subject: Automatische Antwort: Ihr Antrag", AutomaticKind.Vacation)]
    [InlineData("Subject: Abwesenheitsnotiz: Ihr Antrag", AutomaticKind.Vacation)]
    [InlineData("Subject: Out of Office: Your request", AutomaticKind.Vacation)]
    [InlineData("Subject: Gelesen: Ihr Antrag", AutomaticKind.Mdn)]
    [InlineData("Subject: Unzustellbar: Ihr Antrag", AutomaticKind.Bounce)]
    [InlineData("Subject: Eingangsbestätigung Ihrer Anfrage", AutomaticKind.Other)]
    public void Fault_17_a_mail_from_a_machine_is_recognised(string header, AutomaticKind kind) => Assert.Equal(kind, Some.Mail(header).Automatic.Kind);

    [Theory]
    [InlineData("MAILER-DAEMON@example.org", AutomaticKind.Bounce)]
    [InlineData("Mail Delivery System <x@example.org>", AutomaticKind.Bounce)]
    [InlineData("postmaster@example.org", AutomaticKind.Bounce)]
    [InlineData("no-reply@example.org", AutomaticKind.Other)]
    [InlineData("shop.noreply@example.org", AutomaticKind.Other)]
    [InlineData("Nicht-Antworten@example.org", AutomaticKind.Other)]
    [InlineData("newsletter@example.org", AutomaticKind.List)]
    public void Fault_17_a_machine_is_recognised_by_its_name(string from, AutomaticKind kind)
    {
        using var raw = Some.Raw($"From: {from}\nSubject: Hinweis\n\nText");

        Assert.Equal(kind, MailParser.Parse(raw).Automatic.Kind);
    }

    [Theory]
    [InlineData("Subject: AW: Automatische Antwort: Ihr Antrag")]
    [InlineData("Subject: Abwesenheit bei der Wahl - Briefwahl?")]
    [InlineData("Subject: Zustellung meines Ausweises fehlgeschlagen?")]
    [InlineData("Auto-Submitted: no")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Return-Path: <erika@example.org>")]
    [InlineData("Subject: Read this please")]
    [InlineData("Precedence: normal")]
    [InlineData("Importance: high")]
    public void A_persons_mail_is_not_taken_for_a_machines(string header) => Assert.Equal(Automatic.None, Some.Mail(header).Automatic);

    [Fact]
    public void Fault_16_a_bounce_names_our_mail_and_the_recipient()
    {
        using var raw = Some.Raw("""
            From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <dsn@mx.example.org>
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Leider nicht zustellbar.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; erika@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User
             unknown
            --b
            Content-Type: message/rfc822

            From: rathaus@example.net
            Message-ID: <0123456789abcdef@example.net>
            Subject: Ihr Anliegen

            Guten Tag
            --b--
            """);
        var mail = MailParser.Parse(raw);

        Assert.Equal(AutomaticKind.Bounce, mail.Automatic.Kind);
        Assert.Equal(["0123456789abcdef@example.net"], mail.Bounce!.OriginalMessageIds);
        Assert.Equal(new BouncedRecipient("erika@example.org", "5.1.1", "failed", "smtp; 550 5.1.1 User unknown"), Assert.Single(mail.Bounce.Recipients));
        Assert.False(mail.Forward);
        Assert.Equal("Leider nicht zustellbar.", mail.Reply);
    }

    [Fact]
    public void Fault_16_a_bounce_in_plain_text_is_read_too()
    {
        using var raw = Some.Raw("""
            From: MAILER-DAEMON@mx.example.org
            Subject: failure notice

            Sorry, I wasn't able to deliver your message.

            <erika@example.org>:
            550 5.2.2 mailbox full

            --- Below this line is a copy of the message.

            Message-ID: <0123456789abcdef@example.net>
            Subject: Ihr Anliegen
            """);
        var bounce = MailParser.Parse(raw).Bounce;

        Assert.Equal(["0123456789abcdef@example.net"], bounce!.OriginalMessageIds);
        Assert.Equal(new BouncedRecipient("erika@example.org", "5.2.2", null, null), Assert.Single(bounce.Recipients));
    }

    [Fact]
    public void A_persons_mail_about_an_undelivered_one_is_no_bounce() =>
        Assert.Null(Some.Mail("Subject: Ihre Mail kam nicht an", "Der Server sagte: 550 5.1.1 <erika@example.org>: unknown").Bounce);
}
