using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting;

/// <summary>All that a draft may know: one case, and what was found for it.</summary>
/// <param name="Inquiry">The message.</param>
/// <param name="Classification">Office, topic and kind, suggested or decided by a person.</param>
/// <param name="Found">Passages over all, and for each question.</param>
/// <param name="Town">Contacts of the offices.</param>
/// <param name="Municipality">Names of offices, topics and kinds.</param>
public sealed record DraftRequest(
    Inquiry Inquiry, Classification Classification, InquiryResult Found, TownFacts Town, Municipality Municipality)
{
    /// <summary>The sender's name as the mail program gave it, or null: then the signature is read.</summary>
    public string? SenderName { get; init; }

    /// <summary>What stands below the message; null when it has none or it is still part of the text.</summary>
    public string? Signature { get; init; }

    /// <summary>The town's standard answer to the topic; null when it has none, or it was given before.</summary>
    public StandardAnswer? Standard { get; init; }

    /// <summary>The standard answer where it can answer this message; null otherwise.</summary>
    internal StandardAnswer? Fitting => Standard?.Answers(Classification) == true ? Standard : null;
}

/// <summary>A draft and how it came about.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="FallbackReason">Why a language model's answer was not used; null when none was asked or it was used.</param>
/// <param name="Use">What was asked of the language model; null when nothing was.</param>
public sealed record DraftResult(Draft Draft, string? FallbackReason = null, ModelUse? Use = null);
