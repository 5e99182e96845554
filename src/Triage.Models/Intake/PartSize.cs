using MimeKit;

namespace Triage.Models.Intake;

/// <summary>Counts a part's decoded bytes while they stream by.</summary>
internal static class PartSize
{
    public static long Of(MimeEntity part)
    {
        using var count = new CappedStream(0);
        switch (part)
        {
            case MimePart { Content: { } content }:
                content.DecodeTo(count);
                break;
            case MessagePart { Message: { } message }:
                message.WriteTo(count);
                break;
            default:
                break;
        }

        return count.Length;
    }
}
