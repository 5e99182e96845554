using MimeKit;
using MimeKit.Tnef;

namespace Triage.Models.Intake;

/// <summary>Walks a mail's parts once and tells text from attachments.</summary>
internal sealed class MailBody(MailLimits limits)
{
    private static readonly HashSet<string> Machinery = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/pgp-encrypted",
        "message/delivery-status", "message/disposition-notification", "message/feedback-report", "text/rfc822-headers",
    };

    public List<(MailAttachment Info, MimeEntity Part)> Attachments { get; } = [];

    public MailNotices Notices { get; } = new();

    /// <summary>Text of the first message that was passed on as an attachment; null without one.</summary>
    public MailText? Embedded { get; private set; }

    /// <summary>Attachments beyond the limit on their number.</summary>
    public int Unlisted { get; private set; }

    public MailText Read(MimeEntity? entity, int depth = 0)
    {
        if (depth > limits.MaxDepth)
        {
            Notices.Add(MailNoticeKind.NestedTooDeep, "Die E-Mail ist zu tief verschachtelt; die innersten Teile wurden nicht gelesen.");
            return MailText.None;
        }

        return entity switch
        {
            Multipart alternative when alternative.ContentType.IsMimeType("multipart", "alternative") => ReadAlternative(alternative, depth),
            Multipart many => ReadAll(many, depth),
            MessagePart message => ReadMessage(message, depth),
            TnefPart tnef => ReadTnef(tnef, depth),
            TextPart text when IsBody(text) => ReadText(text),
            MimePart part => Keep(part),
            _ => MailText.None,
        };
    }

    private MailText ReadAll(Multipart many, int depth)
    {
        if (many.ContentType.IsMimeType("multipart", "encrypted"))
        {
            Notices.Add(MailNoticeKind.Encrypted, "Die E-Mail ist verschlüsselt und kann hier nicht gelesen werden.");
        }

        return MailText.Join(many.Select(part => Read(part, depth + 1)).ToList(), limits);
    }

    private MailText ReadAlternative(Multipart many, int depth) =>
        MailText.Choose(many.Select(part => Read(part, depth + 1)).ToList(), limits);

    private MailText ReadMessage(MessagePart message, int depth)
    {
        Keep(message);
        var inner = new MailBody(limits);
        var text = inner.Read(message.Message?.Body, depth + 1);
        Notices.Add(inner.Notices);
        if (Embedded is null && message.Message is { } mail)
        {
            Embedded = text with { Head = MailHeaders.Head(mail, limits) };
        }

        return MailText.None;
    }

    private MailText ReadTnef(TnefPart tnef, int depth)
    {
        if (PartSize.Of(tnef) <= limits.MaxAttachmentSize)
        {
            try
            {
                return Read(tnef.ConvertToMessage().Body, depth + 1);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Notices.Add(MailNoticeKind.BrokenStructure, "Ein Anhang im Format von Outlook (winmail.dat) ließ sich nicht öffnen.");
            }
        }

        return Keep(tnef);
    }

    private MailText ReadText(TextPart part)
    {
        using var bytes = new CappedStream(limits.MaxBodyBytes);
        part.Content?.DecodeTo(bytes);
        if (bytes.Overflowed)
        {
            Notices.Add(MailNoticeKind.TextShortened, "Der Text ist ungewöhnlich lang und wurde gekürzt; die Originaldatei ist vollständig.");
        }

        return MailText.From(part, bytes.Kept, Notices);
    }

    private MailText Keep(MimeEntity part)
    {
        if (Machinery.Contains(part.ContentType.MimeType))
        {
            return MailText.None;
        }

        NoteSpecial(part);
        if (Attachments.Count >= limits.MaxAttachments)
        {
            Unlisted++;
            return MailText.None;
        }

        var size = PartSize.Of(part);
        var tooLarge = size > limits.MaxAttachmentSize;
        var name = AttachmentName.Of(part, Attachments.Count);
        Attachments.Add((new(Attachments.Count, name, HeaderText.Clean(part.ContentType.MimeType, 100), size, tooLarge, IsInline(part)), part));
        if (tooLarge)
        {
            Notices.Add(MailNoticeKind.AttachmentTooLarge,
                $"Der Anhang „{name}“ ist mit {size / 1_048_576.0:0.0} MB größer als erlaubt ({limits.MaxAttachmentSize / 1_048_576} MB). Er steht nur in der Originaldatei.", each: true);
        }

        return MailText.None;
    }

    private void NoteSpecial(MimeEntity part)
    {
        var type = part.ContentType;
        if (type.MimeType.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase))
        {
            Notices.Add(MailNoticeKind.Encrypted, "Die E-Mail ist mit S/MIME verschlüsselt oder verpackt und kann hier nicht gelesen werden.");
        }
        else if (type.IsMimeType("message", "partial") || type.IsMimeType("message", "external-body"))
        {
            Notices.Add(MailNoticeKind.Incomplete, "Die E-Mail ist nur ein Teil einer größeren oder verweist auf Inhalte an anderer Stelle.");
        }
    }

    private static bool IsBody(TextPart part) => !part.IsAttachment
        && string.IsNullOrEmpty(part.FileName)
        && (part.IsPlain || part.IsHtml || part.ContentType.MediaSubtype is "enriched" or "markdown" or "");

    private static bool IsInline(MimeEntity part) => !part.IsAttachment && part.ContentId is not null;
}
