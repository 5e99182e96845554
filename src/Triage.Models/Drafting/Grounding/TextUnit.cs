using Triage.Models.Drafting.Language;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// A sentence, list item or table cell with what it stands under. <see cref="LeadIn"/> is the line that introduces a list
/// or names a table's row and column, <see cref="Heading"/> the headings above, <see cref="Block"/> the paragraph's number.
/// </summary>
internal sealed record TextUnit(string Source, string Whole, int Start, int End, int Block)
{
    public List<Word> Words { get; } = Language.Words.Read(Whole, Start, End);

    public List<Word> LeadIn { get; init; } = [];

    /// <summary>The lead-in as it reads, for the embedding.</summary>
    public string Introduction { get; init; } = string.Empty;

    public List<Word> Heading { get; init; } = [];

    public List<Statement> Statements { get; init; } = [];

    public string Text => Whole[Start..End];
}
