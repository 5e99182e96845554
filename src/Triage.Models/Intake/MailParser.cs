using System.Security.Cryptography;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>
/// Reads raw mails (RFC 5322, MIME) of any quality. Memory is bounded by <see cref="MailLimits"/>, not by the mail's
/// size: attachments stay in the stream.
/// </summary>
public static class MailParser
{
    /// <summary>
    /// Reads one mail from the beginning of <paramref name="raw"/>, which must be seekable and is left open. Never throws
    /// because of what the bytes are: then <see cref="ParsedMail.Error"/> says why the mail cannot be read.
    /// </summary>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static ParsedMail Parse(Stream raw, MailLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (!raw.CanSeek)
        {
            throw new ArgumentException("Store the raw mail first: it is read more than once.", nameof(raw));
        }

        limits ??= MailLimits.Default;
        var shape = RawShape.Look(raw);
        try
        {
            return shape.Kind switch
            {
                RawKind.Empty => new ParsedMail { Error = "Die Datei ist leer." },
                RawKind.Binary => new ParsedMail { Error = "Die Datei ist keine E-Mail: sie hat keine Kopfzeilen und keinen lesbaren Text." },
                RawKind.Text => HeadlessMail.Read(raw, limits),
                _ => MailGuard.Allows(raw, shape, limits) ? ReadMail(raw, shape, limits) : HeadlessMail.ReadTooLarge(raw, shape, limits),
            };
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException) || e is EndOfStreamException)
        {
            // Whatever a hostile mail provokes in the parser, people must see that it came.
            return new ParsedMail { Error = $"Die E-Mail ist beschädigt und ließ sich nicht lesen ({e.GetType().Name})." };
        }
    }

    /// <summary>SHA-256 of the raw bytes from the stream's beginning, in lower-case hexadecimal digits.</summary>
    public static string Sha256(Stream raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        raw.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(raw));
    }

    internal static MimeMessage Load(Stream raw, RawShape shape, MailLimits limits) => Parser(raw, shape, limits).ParseMessage();

    private static MimeParser Parser(Stream raw, RawShape shape, MailLimits limits)
    {
        raw.Position = shape.Start;
        return new MimeParser(Charsets.ParserOptions(limits), raw, shape.Format, persistent: true);
    }

    private static ParsedMail ReadMail(Stream raw, RawShape shape, MailLimits limits)
    {
        var parser = Parser(raw, shape, limits);
        using var mail = parser.ParseMessage();
        var body = new MailBody(limits);
        var found = LostLines.Restore(mail, body.Read(mail.Body));
        if (shape.Format == MimeFormat.Mbox && !parser.IsEndOfStream)
        {
            body.Notices.Add(MailNoticeKind.SeveralMessages, "Die Datei enthält mehrere E-Mails; gelesen wurde die erste.");
        }

        var head = MailHeaders.Read(mail, limits);
        var text = found.Readable(limits);
        var automatic = AutomaticMail.Recognise(mail, head, text);
        var assembled = MailAssembly.Assemble(head, found, body, limits, passOn: automatic.Kind is not (AutomaticKind.Bounce or AutomaticKind.Mdn or AutomaticKind.Other));
        return assembled with { Automatic = automatic, Bounce = BounceReader.Read(mail, text, automatic) };
    }
}
