using Triage.Models.Inquiries;
using Triage.Service.Cases;

namespace Triage.Service.Intake;

/// <summary>What the deciding steps see of a message.</summary>
internal static class InquiryText
{
    /// <summary>The longest text that a step reads, in UTF-16 units; longer mails are cut in the middle (fault 57).</summary>
    public const int MaxLength = 20_000;

    public static Inquiry Of(CaseMessage message) => new(
        message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        message.Subject,
        Models.Intake.Shorten.To(message.Text, MaxLength).Text);
}
