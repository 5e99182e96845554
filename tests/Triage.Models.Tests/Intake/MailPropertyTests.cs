using System.Text;
using FsCheck;
using FsCheck.Xunit;
using MimeKit;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class MailPropertyTests
{
    [Property(MaxTest = 300)]
    public void Fault_07_any_bytes_give_a_result(byte[] bytes)
    {
        using var raw = new MemoryStream(bytes ?? []);

        Assert.NotNull(MailParser.Parse(raw));
    }

    [Property(MaxTest = 300)]
    public void Fault_07_a_mail_damaged_anywhere_gives_a_result(byte[] noise, int seed)
    {
        var bytes = Encoding.UTF8.GetBytes("From: =?utf-8?Q?J=C3=BCrgen?= <j@example.org>\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
            + "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gr=C3=BC=C3=9Fe</p>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ny\r\n--b\r\nContent-Type: application/ms-tnef\r\n\r\nxx\r\n--b--\r\n");
        var random = new Random(seed);
        foreach (var b in noise ?? [])
        {
            bytes[random.Next(bytes.Length)] = b;
        }

        using var raw = new MemoryStream(bytes);

        Assert.NotNull(MailParser.Parse(raw));
    }

    [Property(MaxTest = 500)]
    public void Fault_18_no_subject_or_name_ever_makes_another_header(string subject, string name, string evil)
    {
        using var raw = Some.Raw($"From: \"{name}\r\nBcc: {evil}\" <a@example.org>\nSubject: {subject}\r\n {evil}\n\nx");
        var mail = MailParser.Parse(raw);
        var answer = new MimeMessage(new InternetAddressList { new MailboxAddress(HeaderText.Clean($"{name}\r\nBcc: {evil}"), "b@example.net") },
            [new MailboxAddress(mail.From?.Name, mail.From?.Address ?? "c@example.net")], HeaderText.Clean($"{subject}\r\nBcc: {evil}"), new TextPart("plain") { Text = "x" });
        using var written = new MemoryStream();
        answer.WriteTo(written);
        written.Position = 0;
        var names = HeaderList.Load(written).Select(h => h.Field).Order().ToList();

        Assert.Equal(["Content-Type", "Date", "From", "Message-Id", "MIME-Version", "Subject", "To"], names.Where(n => n != "Content-Transfer-Encoding"));
        Assert.DoesNotContain(mail.Subject + mail.From?.Name + mail.From?.Address, char.IsControl);
    }

    [Property(MaxTest = 500)]
    public void Fault_18_clean_text_is_one_line_of_the_length_asked_for(string? text, PositiveInt length)
    {
        var clean = HeaderText.Clean(text, length.Get);

        Assert.DoesNotContain(clean, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');
        Assert.True(clean.Length <= length.Get);
        Assert.Equal(clean, HeaderText.Clean(clean, length.Get));
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: x@example.org")]
    [InlineData("\"a\r\nBcc: x\"@example.org")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x?= <a@example.org>")]
    [InlineData("a@exa mple.org")]
    public void Fault_18_an_address_holds_no_line_break(string from)
    {
        using var raw = Some.Raw($"From: {from}\nSubject: =?utf-8?Q?a=0D=0ABcc:_x?=\nMessage-ID: <a b@c>\n\nx");
        var mail = MailParser.Parse(raw);

        Assert.DoesNotContain(mail.From?.Address + mail.From?.Name + mail.Subject + mail.MessageId, char.IsControl);
        Assert.DoesNotContain(mail.From?.Address ?? "", char.IsWhiteSpace);
    }

    [Property(MaxTest = 500)]
    public void Trimming_any_lines_loses_no_line(NonNull<string>[] pieces)
    {
        string[] marks = ["> alt", "-- ", "Am 02.03.26 um 10:15 schrieb Amt:", "", "Von: a", "An: b@c.de", "Betreff: c", "Gesendet von iPhone", "-----Ursprüngliche Nachricht-----", "Text."];
        var lines = pieces.Select(p => marks[p.Get.Length % marks.Length]).ToList();
        var trimmed = ReplyTrimmer.Trim(string.Join('\n', lines));
        var all = string.Join('\n', trimmed.Reply, trimmed.Quoted, trimmed.Signature).Split('\n').Select(l => l.Trim()).ToList();

        Assert.All(lines.Where(l => l.Length > 0), l => Assert.Contains(l.Trim(), all));
    }

    [Property(MaxTest = 300)]
    public void Fault_57_a_shortened_text_fits(NonEmptyString text, PositiveInt times)
    {
        var whole = string.Concat(Enumerable.Repeat(text.Get, times.Get * 20));
        var shortened = Shorten.To(whole, 250);

        Assert.True(shortened.Text.Length <= 250);
        Assert.True(shortened.Removed > 0 || shortened.Text == whole);
    }
}
