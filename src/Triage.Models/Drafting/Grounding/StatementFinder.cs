using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// Finds what can be checked in a German text, normalised. Every number of the text is part of some statement: what no
/// pattern explains is a quantity, so that no changed figure goes unseen.
/// </summary>
public static partial class StatementFinder
{
    /// <summary>The statements in the order of the text; none overlap. Promises are found by <see cref="GroundingCheck"/> by the sentence.</summary>
    public static IReadOnlyList<Statement> Find(string text)
    {
        var list = new StatementList(text);
        list.Block(Marker());
        list.Block(ListNumber());
        ContactFinder.Find(list);
        MeasureFinder.FindParagraphs(list);
        CalendarFinder.FindDates(list);
        MeasureFinder.FindAmounts(list);
        FractionFinder.FindShares(list);
        FractionFinder.FindSpans(list);
        ClockFinder.Find(list);
        ContactFinder.FindPhonesAndAddresses(list);
        CalendarFinder.FindDurations(list);
        NameFinder.FindOffices(list);
        NameFinder.FindForms(list);
        MeasureFinder.FindQuantities(list);
        return list.Ordered();
    }

    /// <summary>What follows the number of a list's item, and not that of a day or a storey ("15. März").</summary>
    internal const string NoDay = @"(?!\s+(?:" + CalendarFinder.MonthNames + @"|Stock|Etage|Obergeschoss|OG)(?!\w))";

    [GeneratedRegex(@"\[[A-Z]{1,2}\]", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Marker();

    [GeneratedRegex(@"^[ \t]*\d{1,2}[.)]" + NoDay + @"(?=\s+\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex ListNumber();
}
