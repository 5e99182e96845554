using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using MimeKit;
using Triage.Service.Sending;

namespace Triage.Service.Tests.Sending;

public sealed class MailWriterTests
{
    private static readonly string[] Expected =
        ["From", "Date", "Subject", "Message-Id", "To", "References", "In-Reply-To", "X-Triage-Case", "X-Triage-AI", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

    private readonly MailWriter writer = new(Options.Create(new MailOptions()), TimeProvider.System);

    [Property(MaxTest = 300)]
    public void Fault_18_no_subject_or_name_ever_adds_a_header(string? subject, string? name, string? text)
    {
        var mail = Read(writer.Write(Some((subject ?? "") + "\r\nBcc: thief@evil.example", (name ?? "") + "\nX-Evil: 1", text ?? "")));

        Assert.Empty(mail.Headers.Select(h => h.Field).Except(Expected, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(mail.Bcc);
        Assert.Single(mail.To.Mailboxes);
    }

    [Fact]
    public void An_answer_from_a_suggestion_says_so_and_one_written_by_hand_does_not()
    {
        var suggested = Read(writer.Write(Some("Hallo", null, "Text") with { FromSuggestion = true }));
        var written = Read(writer.Write(Some("Hallo", null, "Text")));

        Assert.Contains(MailWriter.AiNotice, suggested.TextBody, StringComparison.Ordinal);
        Assert.True(suggested.Headers.Contains(MailWriter.AiHeader));
        Assert.DoesNotContain("KI", written.TextBody, StringComparison.Ordinal);
        Assert.False(written.Headers.Contains(MailWriter.AiHeader));
    }

    [Fact]
    public void Every_mail_has_its_own_random_message_id_the_case_number_and_its_thread()
    {
        var first = Read(writer.Write(Some("Hallo", null, "Grüße aus Süderwiek") with { References = ["a@x.example", "b@x.example"] }));
        var second = Read(writer.Write(Some("Hallo", null, "Text")));

        Assert.NotEqual(first.MessageId, second.MessageId);
        Assert.Matches("^[0-9a-f]{32}@musterstadt\\.example$", first.MessageId);
        Assert.Equal("Hallo [MU-2026-000001]", first.Subject);
        Assert.Equal("b@x.example", first.InReplyTo);
        Assert.Equal("Grüße aus Süderwiek", first.TextBody?.Trim());
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a@b.example, c@d.example", false)]
    [InlineData("a@b.example\r\nBcc: c@d.example", false)]
    [InlineData("Name <a@b.example>", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_recipient_is_exactly_one_plain_address(string? address, bool expected) =>
        Assert.Equal(expected, MailWriter.IsAddress(address));

    private static OutgoingText Some(string subject, string? name, string text) => new("citizen@mail.example", name, subject, text, "MU-2026-000001");

    private static MimeMessage Read(WrittenMail mail) => MimeMessage.Load(new MemoryStream(mail.Mime));
}
