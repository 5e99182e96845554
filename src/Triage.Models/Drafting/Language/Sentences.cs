using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Language;

/// <summary>Finds where German sentences begin and end; abbreviations, ordinals and dates do not end one.</summary>
internal static partial class Sentences
{
    /// <summary>Start and end (exclusive) of each sentence between two places, blanks around it left out.</summary>
    public static List<(int Start, int End)> Split(string text, int start, int end)
    {
        var found = new List<(int, int)>();
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (text[at] is not ('.' or '!' or '?') || !Ends(text, at, end))
            {
                continue;
            }

            var stop = at + 1;
            while (stop < end && text[stop] is '"' or '“' or '”' or '«' or '»' or ')' or '’' or '!' or '?' or '*')
            {
                stop++;
            }

            Add(found, text, from, stop);
            from = stop;
            at = stop - 1;
        }

        Add(found, text, from, end);
        return found;
    }

    private static void Add(List<(int Start, int End)> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        // A citation marker after the full stop belongs to the sentence before it.
        if (found.Count > 0 && start < end && Marker().Match(text, start, end - start) is { Success: true } marker && marker.Index == start)
        {
            found[^1] = (found[^1].Start, marker.Index + marker.Length);
            start = marker.Index + marker.Length;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add((start, end));
        }
    }

    private static bool Ends(string text, int at, int end)
    {
        var next = at + 1;
        while (next < end && text[next] is '"' or '“' or '”' or '«' or '»' or ')' or '’' or '*')
        {
            next++;
        }

        if (next < end && !char.IsWhiteSpace(text[next]))
        {
            return text[at] != '.' && text[next] is not ('.' or '!' or '?');
        }

        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next >= end || text[at] != '.')
        {
            return true;
        }

        return !char.IsLower(text[next]) && !EndsOnAbbreviation(text, at);
    }

    private static bool EndsOnAbbreviation(string text, int at)
    {
        var from = Math.Max(0, at - 14);
        return Abbreviation().IsMatch(text[from..(at + 1)]);
    }

    [GeneratedRegex(@"(?:(?<![\p{L}\d])\d{1,2}|\p{L}*[Ss]tr|\b(?:z\. ?B|d\. ?h|u\. ?a|i\. ?d\. ?R|o\. ?g|v\. ?H|Nr|Abs|Art|Dr|Prof|Tel|ca|bzw|ggf|inkl|St|Mo|Di|Mi|Do|Fr|Sa|So|Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Ing|Fr|Hr|Mio|Mrd|vgl|geb|gem|lt|max|min|mind|evtl|S|[A-Z]))\.$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\G?(?:\[[A-Z]{1,2}\]\s?)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();
}
