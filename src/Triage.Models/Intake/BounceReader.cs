using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>Finds in a bounce which mail came back and for whom: RFC 3464 where it is followed, plain text elsewhere.</summary>
internal static partial class BounceReader
{
    private const int MaxPart = 256 * 1024;

    /// <summary>Null unless <paramref name="automatic"/> says that the mail is a bounce.</summary>
    public static BounceInfo? Read(MimeMessage mail, string text, Automatic automatic)
    {
        if (automatic.Kind != AutomaticKind.Bounce)
        {
            return null;
        }

        var parts = mail.Body is Multipart many ? [.. many.Take(50)] : mail.Body is null ? new List<MimeEntity>() : [mail.Body];
        var returned = parts.Select(ReturnedIds).SelectMany(i => i);
        var body = text.Length > MaxPart ? text[..MaxPart] : text;
        var ids = returned.Concat(TextIds(body)).Concat(MailHeaders.Ids(mail.Headers[HeaderId.InReplyTo]))
            .Concat(MailHeaders.Ids(mail.Headers[HeaderId.References])).Where(id => id != mail.MessageId).Distinct().Take(20).ToList();
        var reported = parts.OfType<MimePart>().Where(p => p.ContentType.IsMimeType("message", "delivery-status")).SelectMany(Recipients).ToList();
        var recipients = reported.Count > 0 ? reported : [.. TextRecipients(mail, body)];
        return new(ids, recipients);
    }

    private static IEnumerable<string> ReturnedIds(MimeEntity part) => part switch
    {
        MessagePart { Message: { } message } => MailHeaders.Ids(message.Headers[HeaderId.MessageId]),
        MimePart file when file.ContentType.IsMimeType("text", "rfc822-headers") || file.ContentType.IsMimeType("message", "*") => TextIds(Content(file)),
        _ => [],
    };

    private static IEnumerable<string> TextIds(string text) =>
        MessageId().Matches(text).Take(20).SelectMany(m => MailHeaders.Ids(m.Groups[1].Value));

    private static IEnumerable<BouncedRecipient> Recipients(MimePart status)
    {
        foreach (var group in Content(status).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n").Take(200))
        {
            var address = Field(group, "Final-Recipient") ?? Field(group, "Original-Recipient");
            if (address is null)
            {
                continue;
            }

            var bare = HeaderText.Clean(address[(address.IndexOf(';', StringComparison.Ordinal) + 1)..], 320).Trim('<', '>', ' ');
            yield return new(bare, Status().Match(Field(group, "Status") ?? "") is { Success: true } match ? match.Value : null,
                Field(group, "Action"), Field(group, "Diagnostic-Code"));
        }
    }

    private static IEnumerable<BouncedRecipient> TextRecipients(MimeMessage mail, string text)
    {
        var status = Status().Match(text) is { Success: true } match ? match.Value : null;
        var header = mail.Headers["X-Failed-Recipients"];
        var named = header is not null
            ? header.Split(',').Select(a => HeaderText.Clean(a, 320))
            : TextRecipient().Matches(text).Take(20).Select(m => m.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase);
        return named.Where(a => a.Contains('@', StringComparison.Ordinal)).Take(20).Select(a => new BouncedRecipient(a, status, null, null));
    }

    private static string? Field(string group, string name)
    {
        var unfolded = group.Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal);
        var line = unfolded.Split('\n').FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line is null ? null : HeaderText.Clean(line[(name.Length + 1)..], 500);
    }

    private static string Content(MimePart part)
    {
        using var bytes = new CappedStream(MaxPart);
        part.Content?.DecodeTo(bytes);
        return Encoding.UTF8.GetString(bytes.Kept);
    }

    [GeneratedRegex(@"^[> \t]{0,10}Message-ID:\s{0,10}(<[^<>\s]{1,900}>)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"^[ \t]{0,10}(?:To:[ \t]{0,4}|Final-Recipient:[ \t]{0,4}rfc822;[ \t]{0,4})?<?([\w.+=-]{1,100}@[\w.-]{1,200})>?:?", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TextRecipient();
}
