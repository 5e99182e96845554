using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class MailParserTests
{
    [Fact]
    public void A_plain_mail_gives_its_head_and_text()
    {
        var mail = Some.Mail("""
            Subject: =?utf-8?Q?Stra=C3=9Fe?= kaputt
            Date: Mon, 02 Mar 2026 10:15:00 +0100
            Message-ID: <a1@example.org>
            In-Reply-To: <b2@example.net>
            References: <c3@example.net> <b2@example.net>
            Reply-To: Familie Muster <familie@example.org>
            """);

        Assert.True(mail.Ok);
        Assert.Equal("Straße kaputt", mail.Subject);
        Assert.Equal(new MailAddress("erika@example.org", "Erika Muster"), mail.From);
        Assert.Equal("familie@example.org", Assert.Single(mail.ReplyTo).Address);
        Assert.Equal("rathaus@example.net", Assert.Single(mail.To).Address);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 15, 0, TimeSpan.FromHours(1)), mail.Date);
        Assert.Equal("a1@example.org", mail.MessageId);
        Assert.Equal("b2@example.net", mail.InReplyTo);
        Assert.Equal(["c3@example.net", "b2@example.net"], mail.References);
        Assert.Equal("Guten Tag,\nder Bus hält nicht mehr.", mail.Reply);
        Assert.False(mail.Automatic.Is);
    }

    [Fact]
    public void Fault_06_a_mail_without_a_message_id_or_date_is_read()
    {
        var mail = Some.Mail("Subject: Frage");

        Assert.True(mail.Ok);
        Assert.Null(mail.MessageId);
        Assert.Null(mail.Date);
    }

    [Fact]
    public void Fault_05_equal_message_ids_over_other_bytes_differ_by_their_hash()
    {
        using var one = Some.Raw("Message-ID: <x@y.z>\n\neins");
        using var two = Some.Raw("Message-ID: <x@y.z>\n\nzwei");

        Assert.Equal(MailParser.Parse(one).MessageId, MailParser.Parse(two).MessageId);
        Assert.NotEqual(MailParser.Sha256(one), MailParser.Sha256(two));
    }

    [Fact]
    public void Fault_07_bytes_that_are_no_mail_give_a_reason()
    {
        using var empty = new MemoryStream();
        using var picture = new MemoryStream([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0, 1, 2, 3]);

        Assert.NotNull(MailParser.Parse(empty).Error);
        Assert.NotNull(MailParser.Parse(picture).Error);
    }

    [Fact]
    public void A_saved_body_without_head_is_read_as_text_and_says_so()
    {
        using var raw = Some.Raw("Hallo,\n\nwann ist das Amt offen?\n\nAm 3. März 2026 um 10:00 schrieb Amt <amt@example.net>:\n> alt");
        var mail = MailParser.Parse(raw);

        Assert.True(mail.Ok);
        Assert.Equal("Hallo,\n\nwann ist das Amt offen?", mail.Reply);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.NoHeaders);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_a_mistake_of_the_caller()
    {
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In);

        Assert.Throws<ArgumentException>(() => MailParser.Parse(pipe));
    }

    [Fact]
    public void Fault_20_headers_that_claim_to_be_staff_change_nothing()
    {
        var plain = Some.Mail("Subject: Bitte");
        var forged = Some.Mail("Subject: Bitte\nX-Triage-Role: staff\nX-Triage-Case: MU-2026-000001\nX-Originating-User: admin\nX-Approved-By: supervisor");

        Assert.Equivalent(plain, forged, strict: true);
    }
}
