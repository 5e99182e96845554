using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

/// <summary>Mails that come as HTML alone, in the shapes in which mail programs write their replies.</summary>
public sealed class HtmlReplyTests
{
    [Theory]
    [InlineData("<div class=WordSection1><p class=MsoNormal>Der Termin passt.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Von:</b> Amt &lt;amt@example.net&gt; <br><b>Gesendet:</b> Montag, 2. März 2026 10:15<br><b>An:</b> Erika<br><b>Betreff:</b> Termin</p></div><p>Alt</p></div>")]
    [InlineData("<div>Der Termin passt.</div><div id=\"appendonsend\"></div><hr style=\"width:98%\"><div id=\"divRplyFwdMsg\"><b>Von:</b> Amt &lt;amt@example.net&gt;<br><b>Gesendet:</b> Montag, 2. März 2026 10:15<br><b>An:</b> Erika<br><b>Betreff:</b> Termin</div><div>Alt</div>")]
    [InlineData("<div dir=\"ltr\">Der Termin passt.</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">Am Mo., 2. März 2026 um 10:15 Uhr schrieb Amt &lt;<a href=\"mailto:amt@example.net\">amt@example.net</a>&gt;:<br></div><blockquote class=\"gmail_quote\"><div>Alt</div></blockquote></div>")]
    [InlineData("<html><body>Der Termin passt.<br><br><div dir=\"ltr\">Von meinem iPhone gesendet</div><div dir=\"ltr\"><br><blockquote type=\"cite\">Am 02.03.2026 um 10:15 schrieb Amt &lt;amt@example.net&gt;:<br><br></blockquote></div><blockquote type=\"cite\"><div>Alt</div></blockquote></body></html>")]
    [InlineData("<p>Der Termin passt.</p><div class=\"moz-cite-prefix\">Am 02.03.26 um 10:15 schrieb Amt:<br></div><blockquote type=\"cite\" cite=\"mid:x@y\"><p>Alt</p></blockquote><div class=\"moz-signature\">-- <br>Erika Muster</div>")]
    [InlineData("<div style='font-family: Verdana'><div>Der Termin passt.</div><div>&nbsp;<div name='quote' style='border-left: 2px solid'><div><b>Gesendet:</b>&nbsp;Montag, 02. März 2026 um 10:15 Uhr<br/><b>Von:</b>&nbsp;\"Amt\" &lt;amt@example.net&gt;<br/><b>An:</b>&nbsp;erika@example.org<br/><b>Betreff:</b>&nbsp;Termin</div><div>Alt</div></div></div></div>")]
    public void The_reply_in_html_is_separated_as_in_plain_text(string html)
    {
        var mail = Some.Html(html);

        Assert.Equal("Der Termin passt.", mail.Reply);
        Assert.Contains("Alt", mail.Quoted, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_the_place_of_header_lines_is_not_lost()
    {
        using var raw = Some.Raw("From: Erika <erika@example.org>\nGuten Tag,\ndie Ampel blinkt nur.\n\nBitte reparieren.");
        var mail = MailParser.Parse(raw);

        Assert.Equal("erika@example.org", mail.From?.Address);
        Assert.Equal("Guten Tag,\ndie Ampel blinkt nur.\n\nBitte reparieren.", mail.Reply);
    }

    [Fact]
    public void A_mailbox_file_gives_its_first_mail_and_says_that_there_are_more()
    {
        using var raw = Some.Raw("From a@example.org Mon Mar  2 10:15:00 2026\nFrom: a@example.org\nSubject: eins\n\nA\n\nFrom b@example.org Mon Mar  2 10:16:00 2026\nFrom: b@example.org\nSubject: zwei\n\nB\n");
        var mail = MailParser.Parse(raw);

        Assert.Equal(("eins", "A"), (mail.Subject, mail.Reply));
        Assert.Contains(mail.Notices, n => n.Kind == MailNoticeKind.SeveralMessages);
    }

    [Fact]
    public void A_company_signature_with_legal_details_goes_but_the_name_stays()
    {
        var trimmed = ReplyTrimmer.Trim("Bitte um Rückruf wegen der Baustelle.\n\nMit freundlichen Grüßen\n\nErika Muster\nBauleitung\n\nMuster Bau GmbH\nMusterweg 5, 12345 Musterstadt\nTel.: 01234 5678\nwww.example.org\nGeschäftsführer: Otto Muster\nAmtsgericht Musterstadt HRB 1234");

        Assert.Equal("Bitte um Rückruf wegen der Baustelle.\n\nMit freundlichen Grüßen\n\nErika Muster\nBauleitung", trimmed.Reply);
        Assert.Contains("HRB 1234", trimmed.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void A_citizens_address_below_the_greeting_stays()
    {
        const string text = "Die Tonne fehlt.\n\nMit freundlichen Grüßen\nErika Muster\nMusterweg 5\n12345 Musterstadt\nTel. 01234 5678";

        Assert.Equal(text, ReplyTrimmer.Trim(text).Reply);
    }

    [Fact]
    public void A_line_that_underlines_a_heading_cuts_nothing()
    {
        const string text = "Meine Fragen\n============\nWann\nWo";

        Assert.Equal(text, ReplyTrimmer.Trim(text).Reply);
    }
}
