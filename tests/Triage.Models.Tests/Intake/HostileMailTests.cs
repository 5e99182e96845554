using System.Diagnostics;
using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class HostileMailTests
{
    // A busy machine may need seconds where an idle one needs a tenth; what is quadratic needs minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void Fault_10_a_mail_of_many_parts_is_read_or_capped(int parts)
    {
        var body = new StringBuilder();
        for (var i = 0; i < parts; i++)
        {
            body.Append("--b\nContent-Type: application/pdf\n\nx\n");
        }

        var mail = Timed(() => Some.Mail("Subject: viel\nContent-Type: multipart/mixed; boundary=b", body + "--b--\n"));

        Assert.True(mail.Ok);
        Assert.Equal("viel", mail.Subject);
        Assert.True(mail.Attachments.Count <= MailLimits.Default.MaxAttachments);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.TooManyParts);
    }

    [Fact]
    public void Fault_10_a_mail_nested_100000_deep_is_capped()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            body.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        }

        var mail = Timed(() => Some.Mail("Subject: tief\nContent-Type: multipart/mixed; boundary=b0", body.ToString()));

        Assert.True(mail.Ok);
        Assert.Equal("tief", mail.Subject);
    }

    [Fact]
    public void Fault_10_messages_within_messages_are_capped()
    {
        var body = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 100_000));

        var mail = Timed(() => Some.Mail("Subject: tief\nContent-Type: message/rfc822", body));

        Assert.True(mail.Ok);
        Assert.Equal("tief", mail.Subject);
    }

    [Fact]
    public void A_million_header_lines_are_not_held_in_memory()
    {
        var headers = string.Concat(Enumerable.Repeat("X-A: b\n", 1_000_000));
        var mail = Timed(() => Some.Mail("Subject: Kopf\n" + headers.TrimEnd()));

        Assert.Equal("Kopf", mail.Subject);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.TooManyParts);
    }

    [Fact]
    public async Task Fault_45_a_file_name_is_never_a_path()
    {
        using var raw = Some.Raw("""
            From: a@example.org
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: application/pdf; name="../../etc/passwd"

            eins
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="C:\\Windows\\..\\x.exe"

            zwei
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''..%2F..%0D%0AX%3A%20y%E2%80%AEfdp.exe

            drei
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=".."

            vier
            --b--
            """);
        var names = MailParser.Parse(raw).Attachments.Select(a => a.Name).ToList();
        var kept = new List<int>();
        await MailAttachments.ReadAsync(raw, (a, _) => { kept.Add(a.Info.Index); return Task.CompletedTask; });

        Assert.Equal(["passwd", "x.exe", "yfdp.exe", "anhang-4.pdf"], names.Select(n => n.Replace(" ", "", StringComparison.Ordinal)));
        Assert.All(names, n => Assert.Equal(n, Path.GetFileName(n)));
        Assert.Equal([0, 1, 2, 3], kept);
    }

    [Theory]
    [InlineData("Am 1.1.2026 ")]
    [InlineData("On Mon, a.b.c, ")]
    [InlineData("a@b.c <a@b.c> ")]
    [InlineData("Von: a ")]
    [InlineData("---- ")]
    [InlineData("Gesendet von ")]
    [InlineData("schrieb schrieb: ")]
    [InlineData("wwwwwwwww.")]
    [InlineData("((((((((((")]
    [InlineData("1.1.1.1.1.")]
    public void Fault_47_no_text_makes_the_patterns_slow(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 390 / piece.Length));
        var text = string.Concat(Enumerable.Repeat(line + "\n", 400)) + string.Concat(Enumerable.Repeat(piece, 20_000));

        var mail = Timed(() => Some.Mail($"Subject: {line}\nContent-Type: text/plain; charset=utf-8", text));

        Assert.True(mail.Ok);
        Assert.True(mail.Reply.Length > 0);
    }

    [Fact]
    public void Fault_57_a_long_mail_is_shortened_in_the_middle_and_says_so()
    {
        var text = "Ich beantrage einen Parkausweis.\n\n" + string.Concat(Enumerable.Repeat("Das ist eine lange Vorgeschichte. ", 6_000)) + "\n\nBitte antworten Sie bis Freitag.";
        var mail = Some.Mail("Subject: lang", text);
        var shortened = Shorten.To(mail.Reply, 4_000);

        Assert.True(mail.Reply.Length > 190_000);
        Assert.True(shortened.Text.Length <= 4_000);
        Assert.StartsWith("Ich beantrage einen Parkausweis.", shortened.Text, StringComparison.Ordinal);
        Assert.EndsWith("Bitte antworten Sie bis Freitag.", shortened.Text, StringComparison.Ordinal);
        Assert.Contains($"[… {shortened.Removed} Zeichen gekürzt …]", shortened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_57_a_short_text_stays_as_it_is() => Assert.Equal(new Shortened("kurz", 0), Shorten.To("kurz", 200));

    [Fact]
    public void A_text_beyond_the_limit_is_cut_and_says_so()
    {
        using var raw = Some.Raw("Subject: x\nFrom: a@example.org\n\n" + new string('a', 5_000));
        var mail = MailParser.Parse(raw, MailLimits.Default with { MaxTextLength = 1_000 });

        Assert.Equal(1_000, mail.Text.Length);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.TextShortened);
    }

    private static ParsedMail Timed(Func<ParsedMail> parse)
    {
        var start = Stopwatch.GetTimestamp();
        var mail = parse();
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"{Stopwatch.GetElapsedTime(start)}");
        return mail;
    }
}
