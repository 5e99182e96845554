using System.Diagnostics;
using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class HtmlTextTests
{
    // Measured 0.2 s; a busy machine may need more, what is quadratic needs minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("<p>Guten Tag,</p><p>die  Laterne\n ist aus.</p>", "Guten Tag,\n\ndie Laterne ist aus.")]
    [InlineData("<div>eins</div><div><br></div><div>zwei<br>drei</div>", "eins\n\nzwei\ndrei")]
    [InlineData("<ul><li>Hund<li>Katze</ul><ol><li>eins</li><li>zwei</li></ol>", "- Hund\n- Katze\n1. eins\n2. zwei")]
    [InlineData("<table><tr><th>Tag<th>Zeit<tr><td>Montag<td>8 Uhr</table>", "Tag | Zeit\nMontag | 8 Uhr")]
    [InlineData("<pre>a\n\nb</pre>c", "a\n\nb\nc")]
    [InlineData("Stra&szlig;e&nbsp;5 &euro; &lt;b&gt;", "Straße 5 € <b>")]
    [InlineData("<a href=\"https://example.org/x\">Antrag</a>", "Antrag <https://example.org/x>")]
    [InlineData("<a href=\"https://example.org/x\">example.org/x</a> <a href='mailto:a@example.org'>a@example.org</a>", "example.org/x a@example.org")]
    [InlineData("<a href=\"https://falsch.example\">https://sparkasse.example</a>", "https://sparkasse.example <https://falsch.example>")]
    [InlineData("<a href=\"javascript:alert(1)\">hier</a>", "hier")]
    [InlineData("neu<blockquote>alt<blockquote>uralt</blockquote></blockquote>", "neu\n> alt\n>> uralt")]
    public void Html_becomes_readable_text(string html, string text) => Assert.Equal(text, HtmlText.From(html));

    [Theory]
    [InlineData("<style>p{}</style><script>alert('x')</script>da")]
    [InlineData("<head><title>Titel</title></head><body>da</body>")]
    [InlineData("<div style=\"display: none\">weg<div>auch</div></div>da")]
    [InlineData("<span hidden>weg</span>da<span style='visibility:hidden'>weg</span>")]
    [InlineData("<p style='mso-hide:all'>weg<p>da")]
    [InlineData("<!-- weg --><noscript>weg</noscript>da")]
    public void What_a_reader_would_not_see_is_left_out(string html) => Assert.Equal("da", HtmlText.From(html));

    [Theory]
    [InlineData("</div></p>da<div hidden></div>")]
    [InlineData("<p hidden><table><tr><td>da</table></p>")]
    [InlineData("<b><i>da")]
    [InlineData("<td>da</tr>")]
    public void Broken_html_hides_nothing_that_a_browser_shows(string html) => Assert.Equal("da", HtmlText.From(html));

    [Fact]
    public void Fault_41_scripts_and_remote_images_leave_no_trace_in_the_text()
    {
        var mail = Some.Html("<p>Hallo</p><img src='https://spion.example/p.gif'><script src='https://spion.example/x.js'></script>"
            + "<form action='https://spion.example'><input value=x><button>ok</button></form><iframe src='https://spion.example'></iframe>");

        Assert.StartsWith("Hallo", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("spion", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Html);
    }

    [Fact]
    public void Fault_42_a_table_of_five_megabytes_takes_no_more_than_linear_time()
    {
        var html = new StringBuilder("<table>");
        while (html.Length < 5_000_000)
        {
            html.Append("<tr><td style='color:red'>Zelle</td><td><b>noch</b> eine</td></tr>");
        }

        HtmlText.From("<p>warm</p>");
        var start = Stopwatch.GetTimestamp();
        var mail = Some.Html(html.Append("</table>").ToString());

        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"{Stopwatch.GetElapsedTime(start)}");
        Assert.Contains("Zelle | noch eine", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.HtmlShortened);
        Assert.True(mail.Text.Length <= MailLimits.Default.MaxTextLength);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<a href=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("</b>")]
    [InlineData("<p hidden>")]
    [InlineData("<")]
    [InlineData("&")]
    public void Fault_42_a_million_open_elements_take_no_more_than_linear_time(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, 2_000_000 / tag.Length));
        var start = Stopwatch.GetTimestamp();

        HtmlText.From(html + "Ende");

        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"{tag}: {Stopwatch.GetElapsedTime(start)}");
    }
}
