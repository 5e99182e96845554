using System.Text.RegularExpressions;
using Triage.Models.Drafting.Language;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Grounding;

/// <summary>A text that a draft may rest on: a passage, or the town's own contact facts.</summary>
public sealed record GroundingSource(string Id, string Title, string Text);

/// <summary>
/// Whether the sources say what a draft says. A value is supported by a sentence about the same thing only: standing
/// somewhere in a passage is not enough (the adult's fee in the child's sentence is wrong).
/// </summary>
public sealed partial class GroundingCheck
{
    private readonly List<TextUnit> units;
    private readonly SentenceSupport support;
    private readonly ValueSupport values;
    private readonly Meaning? meaning;

    /// <param name="sources">All that the draft may rest on.</param>
    /// <param name="embedder">Recognises sentences in other words; null: by words alone.</param>
    public GroundingCheck(IReadOnlyList<GroundingSource> sources, ITextEmbedder? embedder = null)
    {
        units = [.. sources.SelectMany(Units)];
        var rarity = new Rarity(units);
        support = new SentenceSupport(units, rarity);
        values = new ValueSupport(units, rarity);
        meaning = embedder is not null && Meaning.IsCalibratedFor(embedder) && units.Count > 0 ? new Meaning(embedder, units) : null;
    }

    /// <summary>The draft's statements in order, each with its source where it has one, by words alone.</summary>
    public IReadOnlyList<GroundedStatement> Check(string draft) => Read(draft) ?? Unread(draft);

    /// <summary>The same; null: the draft could not be read in time.</summary>
    internal IReadOnlyList<GroundedStatement>? Read(string draft)
    {
        try
        {
            var read = UnitReader.Read(string.Empty, string.Empty, draft);
            return Ordered(read.SelectMany((unit, i) => Statements(unit, i, read, null)));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The draft's statements in order, each with its source where it has one, by words and embedding.</summary>
    public async Task<IReadOnlyList<GroundedStatement>> CheckAsync(string draft, CancellationToken cancellation)
    {
        try
        {
            return await CheckWithMeaningAsync(draft, cancellation);
        }
        catch (RegexMatchTimeoutException)
        {
            return Unread(draft);
        }
    }

    private async Task<IReadOnlyList<GroundedStatement>> CheckWithMeaningAsync(string draft, CancellationToken cancellation)
    {
        var read = UnitReader.Read(string.Empty, string.Empty, draft);
        var sentences = read.Where(u => !SentenceSupport.IsCourtesy(u)).ToList();
        if (meaning is null || sentences.Count == 0)
        {
            return Check(draft);
        }

        var nearness = await meaning.NearnessAsync(sentences, cancellation);
        return Ordered(read.SelectMany((unit, i) => Statements(unit, i, read, sentences.IndexOf(unit) is >= 0 and var at ? nearness[at] : null)));
    }

    // A draft that cannot be read in time is confirmed as a whole, or not at all.
    internal static IReadOnlyList<GroundedStatement> Unread(string draft) =>
        [GroundedStatement.Of(new Statement(draft, 0, StatementKinds.Sentence, string.Empty), null)];

    // A source that cannot be read in time supports nothing.
    private static List<TextUnit> Units(GroundingSource source)
    {
        try
        {
            return UnitReader.Read(source.Id, source.Title, source.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static List<GroundedStatement> Ordered(IEnumerable<GroundedStatement> found) =>
        [.. found.OrderBy(s => s.Start).ThenBy(s => s.Kind == StatementKinds.Sentence ? 0 : 1)];

    private List<GroundedStatement> Statements(TextUnit unit, int index, List<TextUnit> draft, double[]? nearness)
    {
        var found = unit.Statements.Where(s => !IsSigner(s, unit)).Select(s => values.Ground(s, Context.Of(s, index, draft), nearness)).ToList();
        // "Es tut uns leid, wir erstatten die Gebühr" is more than a courtesy.
        var promise = NameFinder.Promise(unit.Whole, unit.Start, unit.End);
        if (promise is null && SentenceSupport.IsCourtesy(unit))
        {
            return found;
        }

        var proven = found.Exists(s => s.Supported && !Thresholds.Unmistakable(s.Kind));
        var match = support.Best(unit);
        var score = match.Coverage + (nearness?.Max() ?? 0);
        var supported = score >= Thresholds.Sentence(proven, promise is not null, nearness is not null)
            && !(match is { Unit: { } source, Coverage: >= Thresholds.SameSentence } && SentenceSupport.Contradict(unit, source));
        var where = !supported ? null : nearness is null ? match.Unit : units[Array.IndexOf(nearness, nearness.Max())];
        found.Add(Sentence(new Statement(unit.Text, unit.Start, StatementKinds.Sentence, string.Empty), supported, where));
        if (promise is not null)
        {
            found.Add(Sentence(new Statement(promise.Value, promise.Index, StatementKinds.Promise, Words.Fold(promise.Value)), supported, where));
        }

        return found;
    }

    // The office below the closing signs. Where no source names an office, nothing could tell a wrong one from the right one.
    private bool IsSigner(Statement statement, TextUnit unit) =>
        statement.Kind == StatementKinds.Office && !units.Exists(u => u.Statements.Exists(s => s.Kind == StatementKinds.Office)) && Closing().Match(unit.Whole) is { Success: true } closing && statement.Start > closing.Index;

    private static GroundedStatement Sentence(Statement statement, bool supported, TextUnit? where) =>
        GroundedStatement.Of(statement, where) with { Supported = supported };

    [GeneratedRegex(@"^[ \t]*(?:Mit (?:freundlichen|besten|herzlichen) Grüßen|(?:Freundliche|Beste|Herzliche|Viele|Schöne) Grüße|Ihr(?:e)? \p{Lu}[\p{L} -]{2,40}$|i\. ?A\.)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Closing();
}
