using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class CharsetTests
{
    private const string Text = "Grüße aus Straße 5, 20 € für Ärger";

    [Theory]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("iso-8859-15", "iso-8859-15")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-7", "windows-1252")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("us-ascii", "windows-1252")]
    [InlineData("us-ascii", "utf-8")]
    [InlineData("x-unbekannt", "utf-8")]
    [InlineData("x-unbekannt", "windows-1252")]
    [InlineData("", "utf-8")]
    [InlineData("", "windows-1252")]
    [InlineData("\"\\\"", "utf-8")]
    public void Fault_11_euro_and_umlauts_are_right_whatever_is_declared(string declared, string real)
    {
        Assert.Equal(Text, Charsets.Decode(Named(real).GetBytes(Text), declared).Text);
    }

    [Theory]
    [InlineData("koi8-r", "Здравствуйте, где больница?")]
    [InlineData("windows-1251", "Доброго дня, де лікарня?")]
    [InlineData("iso-8859-9", "Günaydın, çöp ne zaman?")]
    [InlineData("iso-8859-2", "Dzień dobry, gdzie jest urząd?")]
    [InlineData("iso-2022-jp", "こんにちは")]
    [InlineData("gb18030", "你好")]
    public void Fault_11_a_declared_charset_of_another_language_is_believed(string charset, string text)
    {
        Assert.Equal(text, Charsets.Decode(Named(charset).GetBytes(text), charset).Text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void Fault_11_headers_with_raw_umlauts_are_read(string charset)
    {
        using var raw = Some.Raw($"From: Jürgen Müller <j@example.org>\nSubject: {Text}\n\nx", Named(charset));
        var mail = MailParser.Parse(raw);

        Assert.Equal(Text, mail.Subject);
        Assert.Equal("Jürgen Müller", mail.From?.Name);
    }

    [Fact]
    public void Fault_11_encoded_words_of_an_unknown_charset_lose_no_mail()
    {
        var mail = Some.Mail("Subject: =?x-unbekannt?Q?Gr=FC=DFe?= und =?utf-7?Q?mehr?=");

        Assert.True(mail.Ok);
        Assert.Contains("und", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_11_html_may_declare_its_charset_itself()
    {
        var html = "<html><head><meta charset=\"iso-8859-2\"></head><body>urząd</body></html>";
        var mail = Some.Mail("Subject: x\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit", html, Named("iso-8859-2"));

        Assert.Equal("urząd", mail.Text);
    }

    [Fact]
    public void A_guessed_charset_is_said()
    {
        var mail = Some.Mail("Subject: x\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit", Text, Charsets.Western);

        Assert.Equal(Text, mail.Text);
        Assert.Equal("windows-1252", mail.Charset);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.CharsetGuessed);
    }

    private static Encoding Named(string charset) => CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
}
