using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting;

/// <summary>What a town always answers to a topic: a text that a person wrote and released. It comes before any generated text, and is its own source.</summary>
/// <param name="Topic">The topic that it answers.</param>
/// <param name="Department">The topic's office.</param>
/// <param name="Title">The topic's name.</param>
/// <param name="Version">Which wording, from 1.</param>
/// <param name="Text">German plain text, placeholders filled in; without address and closing.</param>
public sealed record StandardAnswer(string Topic, string Department, string Title, int Version, string Text)
{
    private const string IdPrefix = "standard:";

    /// <summary>The text as the passage that a draft cites.</summary>
    public Passage Passage { get; } = new(
        $"{IdPrefix}{Topic}@{Version}", IdPrefix + Topic, Title, $"Standardantwort, Fassung {Version}", Text, 0, Text.Length, Department, Topic) { Version = Version };

    /// <summary>Whether a passage is a standard answer and no part of an article.</summary>
    public static bool IsPassage(string passageId) => passageId.StartsWith(IdPrefix, StringComparison.Ordinal);

    /// <summary>Whether a general text can answer: never an objection, nor what only the file or a look on the spot can tell.</summary>
    public bool Answers(Classification classification) =>
        classification.Topic == Topic && classification.Kind is ("frage" or "termin" or "antrag");
}
