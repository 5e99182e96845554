using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>
/// Finds personal data in a citizen's text. Misses cost more than false finds: a masked word is put back in the answer,
/// an unmasked name has left the house.
/// </summary>
public static class PersonalDataFinder
{
    /// <summary>Milliseconds a pattern may take; a busy machine needs half a second for the first text alone.</summary>
    internal const int Patience = 3000;

    // What has a form of its own comes first: what is found keeps its place.
    private static readonly Action<SpanList>[] Rules =
    [
        NumberFinder.Find, BirthdateFinder.Find, PlaceFinder.FindPhones, PlaceFinder.FindAddresses, PersonFinder.Find,
        BirthdateFinder.FindBehindNames, NumberFinder.FindUnlabelled,
    ];

    private static readonly Action<SpanList>[] All = [.. Rules, NameJudge.Find];

    /// <summary>What was found, in the order of the text; no two overlap.</summary>
    public static IReadOnlyList<PersonalSpan> Find(string text)
    {
        if (Read(text) is { } found)
        {
            return found;
        }

        var spans = new SpanList(text);
        HideTheRest(spans);
        return [.. spans.Spans.OrderBy(s => s.Start)];
    }

    /// <summary>What was found; null when the text could not be read to its end.</summary>
    internal static IReadOnlyList<PersonalSpan>? Read(string text)
    {
        // The first text of a busy machine may take its time, and so a second try is due.
        var spans = Try(text, All) ?? Try(text, All);
        return spans is null ? null : [.. spans.Spans.OrderBy(s => s.Start)];
    }

    /// <summary>What patterns and lists find, without the model that learns from it.</summary>
    internal static SpanList ByRules(string text) => Try(text, Rules) ?? new SpanList(text);

    private static SpanList? Try(string text, IReadOnlyList<Action<SpanList>> steps)
    {
        var spans = new SpanList(text);
        try
        {
            foreach (var step in steps)
            {
                step(spans);
            }

            return spans;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    // What could not be read to its end may name anyone: every word that could be a name or a number is masked.
    internal static void HideTheRest(SpanList spans)
    {
        var text = spans.Text;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (text.AsSpan(at, end - at).ContainsAnyInRange('0', '9') || text[at..end].Any(c => c is '@' || (char.IsLetter(c) && !char.IsLower(c))))
            {
                spans.Add(at, end - at, PersonalDataTypes.Other);
            }

            at = end + 1;
        }
    }
}
