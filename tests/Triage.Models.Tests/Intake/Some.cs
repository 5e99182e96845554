using System.Text;
using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

/// <summary>Mails as tests need them, with only what matters shown.</summary>
internal static class Some
{
    /// <summary>Line breaks become CRLF, as on the wire.</summary>
    public static MemoryStream Raw(string mail, Encoding? encoding = null) =>
        new((encoding ?? Encoding.UTF8).GetBytes(mail.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)));

    public static ParsedMail Mail(string headers, string body = "Guten Tag,\nder Bus hält nicht mehr.", Encoding? encoding = null)
    {
        using var raw = Raw($"From: Erika Muster <erika@example.org>\nTo: rathaus@example.net\n{headers}\nMIME-Version: 1.0\n\n{body}", encoding);
        return MailParser.Parse(raw);
    }

    public static ParsedMail Html(string html) => Mail("Subject: Test\nContent-Type: text/html; charset=utf-8", html);
}
