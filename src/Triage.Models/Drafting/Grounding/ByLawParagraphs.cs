using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// Which paragraph of a by-law a unit belongs to. A by-law names it once, in the heading ("## § 4 Steuersätze") and at the
/// beginning of the line ("(1)", "2."); a letter quotes it as "§ 4 Abs. 1 Nr. 2".
/// </summary>
internal static partial class ByLawParagraphs
{
    /// <summary>
    /// The places that quote the unit: the paragraph alone, with its subsection, with its number; none outside a by-law, or where
    /// reading takes too long.
    /// </summary>
    public static IReadOnlyList<Statement> Of(TextUnit unit)
    {
        try
        {
            return [.. Read(unit)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static IEnumerable<Statement> Read(TextUnit unit)
    {
        var before = unit.Whole[..unit.Start];
        if (Heading().Matches(before).LastOrDefault() is not { } heading)
        {
            return [];
        }

        var lines = before[(heading.Index + heading.Length)..] + unit.Text;
        var subsection = Subsection().Matches(lines).LastOrDefault();
        var number = Number().Matches(lines).LastOrDefault();
        var paragraph = "§" + heading.Groups["n"].Value.Replace(" ", string.Empty, StringComparison.Ordinal);
        var section = subsection is null ? string.Empty : $"({subsection.Groups["n"].Value})";
        var item = number is null || number.Index < (subsection?.Index ?? 0) ? string.Empty : $"({number.Groups["n"].Value})";
        return ((string[])[paragraph, paragraph + section, paragraph + item, paragraph + section + item]).Distinct()
            .Select(value => new Statement(string.Empty, unit.Start, StatementKinds.Paragraph, value));
    }

    [GeneratedRegex(@"^#+[ \t]*§[ \t]?(?<n>\d+[ \t]?(?:[a-z]\b)?)[^\n]*\n", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[ \t]*\((?<n>\d{1,2})\)[ \t]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Subsection();

    [GeneratedRegex(@"^[ \t]*(?<n>\d{1,2})\.[ \t]", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Number();
}
