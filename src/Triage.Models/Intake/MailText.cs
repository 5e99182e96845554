using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>The readable part of a mail or of one of its parts.</summary>
/// <param name="Head">Who wrote a passed-on message, about what; null for the mail itself.</param>
internal sealed partial record MailText(string Text, string? Html, string? Charset, string? Head = null)
{
    public static readonly MailText None = new("", null, null);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Html);

    /// <summary>Reads one part; HTML is converted only when it is needed.</summary>
    public static MailText From(TextPart part, ReadOnlySpan<byte> bytes, MailNotices notices)
    {
        var declared = part.ContentType.Charset;
        if (part.IsHtml && string.IsNullOrEmpty(declared))
        {
            declared = MetaCharset(bytes);
        }

        var (text, charset, guessed) = Charsets.Decode(bytes, declared);
        if (guessed)
        {
            notices.Add(MailNoticeKind.CharsetGuessed, $"Der Zeichensatz war nicht oder falsch angegeben; gelesen als {charset}.");
        }

        return part.IsHtml ? new("", text, charset) : new(Lines(text), null, charset);
    }

    /// <summary>Parts that follow each other; each HTML part gives its text.</summary>
    public static MailText Join(IReadOnlyList<MailText> parts, MailLimits limits)
    {
        var filled = parts.Where(p => !p.IsEmpty).ToList();
        if (filled.Count <= 1)
        {
            return filled.FirstOrDefault() ?? None;
        }

        var text = new StringBuilder();
        foreach (var part in filled.TakeWhile(_ => text.Length < limits.MaxTextLength))
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append(part.Readable(limits));
        }

        var html = filled.Where(p => p.Html is not null).Select(p => p.Html).ToList();
        return new(text.ToString(), html.Count == 0 ? null : string.Join("\n<hr>\n", html), filled[0].Charset);
    }

    /// <summary>The same content in several forms: plain text unless it merely says that one should read the HTML.</summary>
    public static MailText Choose(IReadOnlyList<MailText> forms, MailLimits limits)
    {
        var html = forms.LastOrDefault(f => f.Html is not null);
        var plain = forms.FirstOrDefault(f => f.Html is null && !string.IsNullOrWhiteSpace(f.Text));
        if (html is null || plain is null)
        {
            return plain ?? html ?? None;
        }

        if (plain.Text.Length < 200 && html.Readable(limits) is var readable && readable.Length > 3 * plain.Text.Length)
        {
            return html with { Text = readable };
        }

        return plain with { Html = html.Html };
    }

    /// <summary>The text as people read it, within the limits.</summary>
    public string Readable(MailLimits limits)
    {
        var text = Text.Length > 0 || Html is null ? Text : HtmlText.From(Html, limits.MaxTextLength);
        if (text.Length <= limits.MaxTextLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limits.MaxTextLength - 1]) ? limits.MaxTextLength - 1 : limits.MaxTextLength;
        return text[..end];
    }

    /// <summary>Line breaks as \n, and no control characters that hide or overwrite what a person reads.</summary>
    public static string Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return lines.AsSpan().IndexOfAnyInRange('\0', '\b') < 0 && lines.AsSpan().IndexOfAnyInRange('\v', '\u001F') < 0
            ? lines
            : new string([.. lines.Where(c => c is '\n' or '\t' || !char.IsControl(c))]);
    }

    private static string? MetaCharset(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var match = Meta().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Meta();
}
