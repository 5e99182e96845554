using MimeKit;

namespace Triage.Models.Intake;

/// <summary>What an attachment is called on a page; a name from a mail never becomes a path.</summary>
internal static class AttachmentName
{
    public static string Of(MimeEntity part, int index)
    {
        var type = part.ContentType.MimeType;
        var extension = part is MessagePart ? ".eml" : MimeTypes.TryGetExtension(type, out var known) ? known : ".bin";
        var fallback = $"anhang-{index + 1}{extension}";
        return part switch
        {
            MimePart file => HeaderText.FileName(file.FileName, fallback),
            MessagePart { Message.Subject: { Length: > 0 } subject } => HeaderText.FileName(subject.Replace('/', ' ').Replace(':', ' ') + ".eml", fallback),
            _ => fallback,
        };
    }
}
