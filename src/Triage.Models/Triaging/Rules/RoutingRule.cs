using Triage.Models.Inquiries;

namespace Triage.Models.Triaging.Rules;

/// <summary>
/// When a rule acts: every kind of condition that is not empty must hold, and of its entries one is enough. Words and places
/// compare as the classifier reads them (case, umlauts and their transliterations do not matter); a final "*" stands for any
/// ending of the last word.
/// </summary>
public sealed record RuleCondition
{
    /// <summary>Addresses, or "@domain" for everybody there and in its subdomains.</summary>
    public IReadOnlyList<string> Senders { get; init; } = [];

    /// <summary>Addresses that the message was sent to.</summary>
    public IReadOnlyList<string> Mailboxes { get; init; } = [];

    /// <summary>Words or phrases of subject or text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Streets and districts; "Str." and "Straße" are the same.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Offices (ids) that the model suggests: such a rule acts after the model, for instance while an office is absent.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>The model would not decide: the rule acts after it.</summary>
    public bool Unsure { get; init; }

    /// <summary>It says nothing and would act on every message.</summary>
    public bool IsEmpty => Senders.Count + Mailboxes.Count + Words.Count + Places.Count + Departments.Count == 0 && !Unsure;

    /// <summary>It needs to know what the model said.</summary>
    public bool IsAfterModel => Departments.Count > 0 || Unsure;
}

/// <summary>
/// A rule of the town: where messages of a certain sort go, and from when until when. Without <see cref="ValidUntil"/> it holds
/// until somebody ends it; a null <see cref="Department"/> sends to "Zu klären".
/// </summary>
public sealed record RoutingRule(long Id, RuleCondition When, string? Department, string? Topic, DateOnly ValidFrom, DateOnly? ValidUntil)
{
    /// <summary>It expires by itself: after its last day it acts no more, whatever its switch says.</summary>
    public bool IsInForce(DateOnly day) => ValidFrom <= day && !(ValidUntil < day);
}

/// <summary>A message as rules see it.</summary>
/// <param name="Inquiry">Subject and text without history and signature.</param>
/// <param name="Sender">Null where none is known, as with most web messages.</param>
/// <param name="Recipients">Addresses of To; a claim of the sender like everything else.</param>
public sealed record RuleSubject(Inquiry Inquiry, string? Sender, IReadOnlyList<string> Recipients);
