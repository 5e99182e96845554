namespace Triage.Models.Drafting;

/// <summary>Where a marker such as [A] in a draft points to. <see cref="Text"/> is the whole passage, <see cref="Quote"/> the sentence used.</summary>
public sealed record Citation(string Marker, string Article, string Passage, string Text, string Quote);

/// <summary>
/// A statement that a person must confirm one by one: an amount, a deadline, a promise, or anything without a source.
/// <see cref="Start"/> is the place in the draft in UTF-16 units. <see cref="Kind"/> is one of amount, percentage, date,
/// deadline, duration, time, phone, email, url, address, paragraph, office, form, quantity, promise, sentence.
/// </summary>
public sealed record CriticalStatement(string Text, int Start, string Kind, string Value, bool Supported, string? Passage);

/// <summary>A suggested answer. It never leaves the house without a person's approval.</summary>
/// <param name="Text">German plain text with markers such as [A], which are removed before sending.</param>
/// <param name="Citations">One for each marker.</param>
/// <param name="Critical">What must be ticked before approval.</param>
/// <param name="OpenQuestions">The citizen's questions that no passage answers, in their words.</param>
/// <param name="NoSource">No passage carries the draft; it promises nothing.</param>
/// <param name="Model">"composed", or the name of the language model.</param>
/// <param name="PromptVersion">Name and version of the prompt; "" without a language model.</param>
public sealed record Draft(
    string Text,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<CriticalStatement> Critical,
    IReadOnlyList<string> OpenQuestions,
    bool NoSource,
    string Model,
    string PromptVersion);
