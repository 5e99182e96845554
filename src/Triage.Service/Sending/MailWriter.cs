using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Triage.Service.Approving.Translating;

namespace Triage.Service.Sending;

/// <summary>What a mail says; the writer adds headers and form.</summary>
internal sealed record OutgoingText(string Recipient, string? RecipientName, string Subject, string Text, string CaseNumber)
{
    /// <summary>Message-IDs that this mail answers, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The text came from a suggestion: the mail says so in words and in a header.</summary>
    public bool FromSuggestion { get; init; }

    /// <summary>A notice that went out by itself (RFC 3834, section 5).</summary>
    public bool Automatic { get; init; }

    /// <summary>Below the text, in the citizen's language; null for none.</summary>
    public OutgoingTranslation? Translation { get; init; }

    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];
}

/// <summary>A file to attach.</summary>
internal sealed record OutgoingFile(string Name, string MediaType, byte[] Content);

/// <summary>A mail as bytes, with its Message-ID.</summary>
internal sealed record WrittenMail(string MessageId, string Subject, string Text, byte[] Mime);

/// <summary>Writes mails as MIME bytes (RFC 5322, 2045), each with its own random Message-ID.</summary>
internal sealed class MailWriter(IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>The sentence that an answer carries when its text comes from a suggestion (ui.md, "Honest AI").</summary>
    public const string AiNotice =
        "Diese Antwort wurde mit Unterstützung durch KI vorbereitet und von einer Person geprüft und freigegeben.";

    public const string AiHeader = "X-Triage-AI";

    public WrittenMail Write(OutgoingText outgoing)
    {
        var mail = new MimeMessage
        {
            MessageId = MessageIds.New(options.Value.Domain),
            Date = time.GetUtcNow(),
            Subject = WithNumber(OneLine(outgoing.Subject), outgoing.CaseNumber),
        };
        mail.From.Add(new MailboxAddress(options.Value.FromName, options.Value.From));
        mail.To.Add(new MailboxAddress(OneLine(outgoing.RecipientName ?? ""), outgoing.Recipient));
        AddHeaders(mail, outgoing);
        var german = outgoing.FromSuggestion ? $"{outgoing.Text.TrimEnd()}\n\n--\n{AiNotice}\n" : outgoing.Text;
        var text = outgoing.Translation?.Below(german) ?? german;
        mail.Body = Body(text, outgoing.Files);
        return new WrittenMail(mail.MessageId, mail.Subject, text, Bytes(mail));
    }

    /// <summary>Whether the text can stand as one mail address: no line break, no second address.</summary>
    public static bool IsAddress(string? address) =>
        address is not null && !address.Any(char.IsControl) && address.Contains('@', StringComparison.Ordinal)
        && MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address;

    private static void AddHeaders(MimeMessage mail, OutgoingText outgoing)
    {
        foreach (var id in outgoing.References.Where(r => MimeKit.Utils.MimeUtils.EnumerateReferences($"<{r}>").Any()))
        {
            mail.References.Add(id);
        }

        if (mail.References.Count > 0)
        {
            mail.InReplyTo = mail.References[^1];
        }

        mail.Headers.Add("X-Triage-Case", outgoing.CaseNumber);
        if (outgoing.FromSuggestion || outgoing.Translation is not null)
        {
            var translated = outgoing.Translation is { } t ? $"; translated={t.Language.Code}" : "";
            mail.Headers.Add(AiHeader, $"{(outgoing.FromSuggestion ? "suggested" : "written")}{translated}; reviewed-by=human");
        }

        if (outgoing.Automatic)
        {
            mail.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
            mail.Headers.Add("X-Auto-Response-Suppress", "All");
        }
    }

    private static MimeEntity Body(string text, IReadOnlyList<OutgoingFile> files)
    {
        var part = new TextPart(TextFormat.Plain);
        part.SetText(System.Text.Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        if (files.Count == 0)
        {
            return part;
        }

        var mixed = new Multipart("mixed") { part };
        foreach (var file in files)
        {
            mixed.Add(new MimePart(ContentType.TryParse(file.MediaType, out var type) ? type : new ContentType("application", "octet-stream"))
            {
                Content = new MimeContent(new MemoryStream(file.Content)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = file.Name,
            });
        }

        return mixed;
    }

    private static string WithNumber(string subject, string number) =>
        subject.Contains(number, StringComparison.Ordinal) ? subject : $"{subject} [{number}]";

    // A line break here would begin a header of the sender's choosing (fault 18).
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static byte[] Bytes(MimeMessage mail)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = false;
        using var stream = new MemoryStream();
        mail.WriteTo(format, stream);
        return stream.ToArray();
    }
}
