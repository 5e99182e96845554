using System.Text.RegularExpressions;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>Reads what is no proper mail but may still hold what a person wrote.</summary>
internal static partial class HeadlessMail
{
    /// <summary>Text or HTML without header lines, as a mail program saves a message's body.</summary>
    public static ParsedMail Read(Stream raw, MailLimits limits)
    {
        raw.Position = 0;
        var (content, charset, _) = Charsets.Decode(Take(raw, limits), null);
        var body = new MailBody(limits);
        var text = Tags().IsMatch(content.Length > 4000 ? content[..4000] : content)
            ? new MailText("", content, charset)
            : new MailText(MailText.Lines(content), null, charset);
        var mail = MailAssembly.Assemble(new ParsedMail(), text, body, limits);
        return mail with
        {
            Notices = [.. mail.Notices, new(MailNoticeKind.NoHeaders, "Die Datei hat keine Kopfzeilen: Absender, Datum und Betreff sind unbekannt.")],
        };
    }

    /// <summary>A mail of too many parts or header lines: who wrote about what, and the beginning of the raw text.</summary>
    public static ParsedMail ReadTooLarge(Stream raw, RawShape shape, MailLimits limits)
    {
        raw.Position = shape.Start;
        var bytes = Take(raw, limits with { MaxBodyBytes = Math.Min(limits.MaxBodyBytes, 256 * 1024) });
        using var head = new MemoryStream(bytes);
        using var mail = MailParser.Load(head, shape with { Start = 0 }, limits);
        var (text, charset, _) = Charsets.Decode(bytes, null);
        var known = MailHeaders.Read(mail, limits);
        return known with
        {
            Text = MailText.Lines(text),
            Reply = Shorten.To(MailText.Lines(text), 20_000).Text,
            Charset = charset,
            Automatic = AutomaticMail.Recognise(mail, known, ""),
            Notices = [new(MailNoticeKind.TooManyParts, "Die E-Mail hat ungewöhnlich viele Teile und wurde nicht zerlegt; die Originaldatei ist vollständig.")],
        };
    }

    private static byte[] Take(Stream raw, MailLimits limits)
    {
        var bytes = new byte[(int)Math.Min(limits.MaxBodyBytes, Math.Max(0, raw.Length - raw.Position))];
        return bytes[..raw.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    [GeneratedRegex(@"^\s{0,50}(<!doctype\s+html|<html|<head|<body|<div|<table|<meta|<p[ >])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();
}
