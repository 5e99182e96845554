using Triage.Models.Retrieving;

namespace Triage.Models.Summarizing;

/// <summary>A sentence of a thread; <see cref="Message"/> counts from 0, <see cref="Start"/> in UTF-16 units of its message.</summary>
internal sealed record ThreadSentence(int Message, int Start, string Text)
{
    // A longer one is no short quotation, and a cut one would no longer be literal.
    private const int Longest = 300;
    private const int FewestWords = 4;
    private const int FewestTelling = 2;

    public int Words { get; } = Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Says something by itself: no heading, no courtesy, neither too short nor too long.</summary>
    public bool IsQuotable => Words >= FewestWords && Text.Length <= Longest && !Text.EndsWith(':')
        && !TellingSentence.IsCourtesy(Text) && GermanAnalysis.Words(Text).Take(FewestTelling).Count() == FewestTelling;
}
