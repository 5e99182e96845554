using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Grounding;

/// <summary>Which side of a value is meant: "mindestens 80 Euro" and "höchstens 80 Euro" are two facts.</summary>
internal enum Side
{
    Unsaid,
    Least,
    Most,
}

/// <summary>The word before a value that makes it a limit, and whether its sentence denies something.</summary>
internal readonly partial record struct Bound(Side Side, bool IsDenied)
{
    private const int Before = 40;

    /// <param name="unit">The sentence.</param>
    /// <param name="statement">A value in it.</param>
    public static Bound Of(TextUnit unit, Statement statement)
    {
        var from = Math.Max(unit.Start, statement.Start - Before);
        var match = Limit().Match(unit.Whole[from..Math.Max(from, statement.Start)]);
        match = match.Success ? match : OwnLimit().Match(statement.Text);
        if (!match.Success)
        {
            return default;
        }

        // "Nicht mehr als drei" denies only the limit's own word.
        var turned = match.Groups["not"].Success;
        return new Bound(match.Groups["least"].Success != turned ? Side.Least : Side.Most, !turned && Negation().IsMatch(unit.Text));
    }

    /// <summary>"Mehr als drei nehmen wir nicht mit" says what "höchstens drei" says, so that only like sentences can contradict.</summary>
    public bool Contradicts(Bound other) =>
        Side != Side.Unsaid && other.Side != Side.Unsaid && Side != other.Side && IsDenied == other.IsDenied;

    private const string Words =
        @"(?<not>\b(?:nicht|keine[nmrs]?)\s)?\b(?:(?<least>mindestens|wenigstens|frühestens|ab|über|seit|nach de[mn]|mehr als|(?:älter|größer|länger|höher|später|früher) als)"
        + @"|(?<most>höchstens|maximal|längstens|spätestens|bis|vor de[mn]|weniger als|unter|(?:jünger|kleiner|kürzer|niedriger) als))";

    [GeneratedRegex(Words + @"(?:\s(?:zu|zum|zur|dem|der|den|am|etwa|rund|ca\.|jedoch|aber|einer|einem|Höhe|Alter|von))*\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(?:nicht|kein(?:e[nmrs]?)?|nie|ohne)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Negation();

    // A statement's text may begin with it ("bis zu drei Wochen").
    [GeneratedRegex("^" + Words + @"\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OwnLimit();
}
