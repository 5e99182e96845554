using System.Security.Cryptography;
using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class MailAttachmentTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Fault_09_an_attachment_of_100_megabytes_never_lies_in_memory()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            WriteMail(file, 100);
            await using var raw = File.OpenRead(file);
            var limits = MailLimits.Default with { MaxAttachmentSize = 200 * Megabyte };
            var before = GC.GetAllocatedBytesForCurrentThread();
            var mail = MailParser.Parse(raw, limits);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var copied = 0L;
            var read = await MailAttachments.ReadAsync(raw, async (a, ct) => { using var count = new CappedStream(0); await a.CopyToAsync(count, ct); copied = count.Length; }, limits);

            Assert.Equal(100L * Megabyte, Assert.Single(mail.Attachments).Size);
            Assert.Equal("Siehe Anhang.", mail.Reply);
            Assert.True(allocated < 8 * Megabyte, $"{allocated} bytes");
            Assert.Equal((1, 100L * Megabyte), (read, copied));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Fault_09_an_attachment_over_the_limit_is_named_and_not_handed_over()
    {
        using var raw = new MemoryStream();
        WriteMail(raw, 2);
        var limits = MailLimits.Default with { MaxAttachmentSize = Megabyte };
        var mail = MailParser.Parse(raw, limits);

        Assert.True(Assert.Single(mail.Attachments).TooLarge);
        Assert.Contains("foto.jpg", Assert.Single(mail.Notices, n => n.Kind == MailNoticeKind.AttachmentTooLarge).Text, StringComparison.Ordinal);
        Assert.Equal(0, await MailAttachments.ReadAsync(raw, (_, _) => throw new InvalidOperationException("handed over"), limits));
    }

    [Fact]
    public async Task Attachments_come_out_byte_for_byte()
    {
        var bytes = RandomNumberGenerator.GetBytes(5_000);
        using var raw = Some.Raw("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHallo\n"
            + $"--b\nContent-Type: application/pdf; name=\"Antrag.pdf\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)}\n--b--\n");
        using var copy = new MemoryStream();
        await MailAttachments.ReadAsync(raw, (a, ct) => a.CopyToAsync(copy, ct));

        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(new MailAttachment(0, "Antrag.pdf", "application/pdf", 5_000, false, false), Assert.Single(MailParser.Parse(raw).Attachments));
    }

    [Fact]
    public void A_message_passed_on_as_an_attachment_is_read_too()
    {
        using var raw = Some.Raw("From: a@example.org\nSubject: WG: Laterne\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nBitte kümmern.\n"
            + "--b\nContent-Type: message/rfc822\n\nFrom: Otto <otto@example.org>\nSubject: Laterne\n\nSie ist aus.\n--b--\n");
        var mail = MailParser.Parse(raw);

        Assert.Equal("Bitte kümmern.", mail.Reply);
        Assert.True(mail.Forward);
        Assert.Equal("Bitte kümmern.\n\nVon: Otto <otto@example.org>\nBetreff: Laterne\n\nSie ist aus.", mail.Inquiry);
        Assert.Equal("Laterne.eml", Assert.Single(mail.Attachments).Name);
    }

    [Fact]
    public void The_text_of_alternatives_is_the_plain_one_unless_it_says_nothing()
    {
        const string head = "Content-Type: multipart/alternative; boundary=b";
        var plain = Some.Mail(head, "--b\nContent-Type: text/plain\n\nEs ist kalt.\n--b\nContent-Type: text/html\n\n<p>Es ist <b>kalt</b>.</p>\n--b--\n");
        var stub = Some.Mail(head, $"--b\nContent-Type: text/plain\n\nBitte HTML einschalten.\n--b\nContent-Type: text/html\n\n<p>{string.Concat(Enumerable.Repeat("Die Heizung im Hallenbad geht nicht. ", 10))}</p>\n--b--\n");

        Assert.Equal(("Es ist kalt.", true), (plain.Reply, plain.Html!.Contains("<b>kalt</b>", StringComparison.Ordinal)));
        Assert.StartsWith("Die Heizung", stub.Reply, StringComparison.Ordinal);
    }

    private static void WriteMail(string file, int megabytes)
    {
        using var stream = File.Create(file);
        WriteMail(stream, megabytes);
    }

    private static void WriteMail(Stream stream, int megabytes)
    {
        using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n" };
        writer.Write("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSiehe Anhang.\r\n");
        writer.Write("--b\r\nContent-Type: image/jpeg; name=foto.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var line = Convert.ToBase64String(new byte[48]);
        for (var left = megabytes * (long)Megabyte; left > 0; left -= 48)
        {
            writer.WriteLine(left >= 48 ? line : Convert.ToBase64String(new byte[left]));
        }

        writer.Write("--b--\r\n");
    }
}
