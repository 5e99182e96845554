using Triage.Models.Inquiries;

namespace Triage.Models.Triaging;

/// <summary>Whether a text may be an objection, by words alone: for a service whose classifier is missing.</summary>
public static class ObjectionWords
{
    /// <summary>True when a word of the objection list is in subject or text; it errs on the side of caution.</summary>
    public static bool In(Inquiry inquiry) =>
        SignalWords.Find(TextAnalyzer.Words(inquiry.Whole)).Any(signal => signal.List == SignalWords.Objection);
}
