using Triage.Models.Inquiries;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>A span of one field of an inquiry ("subject" or "text").</summary>
public sealed record FieldSpan(string Field, int Start, string Type, string Value, string Placeholder);

/// <summary>An inquiry without personal data, and the way back.</summary>
public sealed record MaskedInquiry(string Subject, string Text, IReadOnlyList<FieldSpan> Spans);

/// <summary>Masks whole inquiries: a name that the signature tells is also found in the subject.</summary>
public static class Pseudonymizer
{
    private const string Between = "\n\n";

    /// <summary>Masks subject and text with the placeholders of the case.</summary>
    public static MaskedInquiry Mask(Inquiry inquiry, Pseudonyms pseudonyms)
    {
        var offset = inquiry.Subject.Length + Between.Length;
        var found = PersonalDataFinder.Find(inquiry.Subject + Between + inquiry.Text);
        var subject = pseudonyms.Mask(inquiry.Subject, [.. found.Where(s => s.Start + s.Value.Length <= inquiry.Subject.Length)]);
        var text = pseudonyms.Mask(inquiry.Text, [.. found.Where(s => s.Start >= offset).Select(s => s with { Start = s.Start - offset })]);
        return new MaskedInquiry(subject.Text, text.Text, [.. Fields("subject", subject), .. Fields("text", text)]);
    }

    private static IEnumerable<FieldSpan> Fields(string field, MaskedText masked) =>
        masked.Spans.Select(s => new FieldSpan(field, s.Start, s.Type, s.Value, s.Placeholder));
}
