using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using MimeKit;
using Triage.Service.Intake;
using Triage.Service.Sending;

namespace Triage.Service.Tests.Intake;

public sealed class FormMailTests
{
    private static readonly string[] Expected =
    [
        "From", "Date", "Subject", "To", "X-Triage-Web-Form", "X-Triage-Web-Answer", "X-Triage-Web-Name", "X-Triage-Web-Place", "X-Triage-Web-Phone", "X-Triage-Web-Address",
        "X-Triage-Web-Plain-Language", "X-Triage-Web-Without-AI", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    ];

    private static readonly FormMail Writer = new(Options.Create(new MailOptions()));

    private static readonly FormTicket Ticket = new("0123456789abcdef", "code");

    /// <summary>Parts of which texts are made that would begin headers or parts of their own.</summary>
    private static readonly Gen<string> Hostile = Gen.Elements(
        "\r\n", "\n", "\r", "\u0085", "\u2028", "\0", "Bcc: x@example.org", "Content-Type: text/html", "\r\n\r\n<b>", "=?utf-8?q?=0ABcc:_x?=", "ä", "€", "a b", "😀", "\"", "<x@y.de>", ",")
        .ListOf().Select(parts => string.Concat(parts));

    [Property(MaxTest = 300)]
    public Property Fault_18_no_field_makes_a_header_or_a_part() => Prop.ForAll(Hostile.Four().ToArbitrary(), fields =>
    {
        var (subject, name, place, text) = fields;
        var form = new InquiryForm
        {
            Subject = subject, Name = name, Place = place, Street = place, PostalCode = name, City = subject, Text = text,
            Email = "a@example.org", Answer = "brief", WithoutAi = true, PlainLanguage = true,
        };
        using var mail = MimeMessage.Load(new MemoryStream(Writer.Write(form, [], Ticket, DateTimeOffset.UnixEpoch)));

        Assert.All(mail.Headers, h => Assert.Contains(h.Field, Expected));
        Assert.Equal(mail.Headers.Count, mail.Headers.Select(h => h.Field).Distinct().Count());
        Assert.Equal("a@example.org", Assert.IsType<MailboxAddress>(Assert.Single(mail.From)).Address);
        Assert.Equal(text.ReplaceLineEndings("\n"), Assert.IsType<TextPart>(mail.Body).Text.ReplaceLineEndings("\n"));
    });

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Anna <a@example.org>")]
    public void Fault_18_what_is_not_one_address_is_no_sender(string address)
    {
        using var mail = MimeMessage.Load(new MemoryStream(Writer.WriteAddition(new FormSender("Anna", address), "x", "y", [], Ticket, DateTimeOffset.UnixEpoch)));

        Assert.Empty(mail.From);
        Assert.Empty(mail.Bcc);
    }

    [Fact]
    public void A_file_can_neither_end_its_part_nor_be_a_part_of_the_mail_itself()
    {
        var hostile = System.Text.Encoding.ASCII.GetBytes($"\r\n--=_{Ticket.Id}\r\nContent-Type: text/html\r\n\r\n<b>x</b>\r\n--=_{Ticket.Id}--");
        var bytes = Writer.Write(
            new InquiryForm { Text = "x" }, [new("a\r\nX-Y: z.eml", "message/rfc822", hostile), new("b.bin", "kein Typ", [1])], Ticket, DateTimeOffset.UnixEpoch);
        using var mail = MimeMessage.Load(new MemoryStream(bytes));

        var parts = Assert.IsType<Multipart>(mail.Body, exactMatch: false).Cast<MimePart>().ToList();
        Assert.Equal(["text/plain", "application/octet-stream", "application/octet-stream"], parts.Select(p => p.ContentType.MimeType));
        Assert.DoesNotContain(parts[1].Headers, h => h.Field == "X-Y");
    }
}
