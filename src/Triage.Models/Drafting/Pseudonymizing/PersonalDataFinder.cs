using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>
/// Finds personal data in a citizen's text. Misses cost more than false finds: a masked word is put back in the answer,
/// an unmasked name has left the house.
/// </summary>
public static class PersonalDataFinder
{
    // What has a form of its own comes first: what is found keeps its place.
    private static readonly Action<SpanList>[] Steps =
    [
        NumberFinder.Find, BirthdateFinder.Find, PlaceFinder.FindPhones, PlaceFinder.FindAddresses, PersonFinder.Find,
        BirthdateFinder.FindBehindNames, NumberFinder.FindUnlabelled,
    ];

    /// <summary>What was found, in the order of the text; no two overlap.</summary>
    public static IReadOnlyList<PersonalSpan> Find(string text)
    {
        var spans = new SpanList(text);
        try
        {
            foreach (var step in Steps)
            {
                step(spans);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            HideTheRest(spans);
        }

        return [.. spans.Spans.OrderBy(s => s.Start)];
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
