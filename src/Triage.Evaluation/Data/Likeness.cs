using System.Text.RegularExpressions;

namespace Triage.Evaluation.Data;

/// <summary>How alike rows are: near-duplicates by word 5-grams, and how often messages begin alike.</summary>
internal static partial class Likeness
{
    private const int GramLength = 5;

    /// <summary>Pairs of which one shares more than half of its word 5-grams with the other.</summary>
    public static IEnumerable<(string First, string Second)> NearDuplicates(IReadOnlyList<LabelledInquiry> rows)
    {
        var grams = rows.Select(r => Grams(r.Text)).ToList();
        var places = new Dictionary<string, List<int>>();
        var shared = new Dictionary<(int, int), int>();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var gram in grams[row])
            {
                var seen = places.TryGetValue(gram, out var known) ? known : places[gram] = [];
                foreach (var other in seen)
                {
                    shared[(other, row)] = shared.GetValueOrDefault((other, row)) + 1;
                }

                seen.Add(row);
            }
        }

        return shared.Where(s => s.Value * 2 > Math.Min(grams[s.Key.Item1].Count, grams[s.Key.Item2].Count))
            .Select(s => (rows[s.Key.Item1].Id, rows[s.Key.Item2].Id));
    }

    /// <summary>The most frequent first five words, salutations taken off, with their share of the rows.</summary>
    public static (string Opening, double Share) MostFrequentOpening(IReadOnlyList<LabelledInquiry> rows)
    {
        var most = rows.Select(r => string.Join(' ', Words(Salutation().Replace(r.Text, "")).Take(GramLength))).Where(o => o.Length > 0)
            .CountBy(o => o).MaxBy(o => o.Value);
        return (most.Key, (double)most.Value / rows.Count);
    }

    /// <summary>The text's words in lower case.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    private static HashSet<string> Grams(string text)
    {
        var words = Words(text);
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - GramLength + 1)).Select(i => string.Join(' ', words.Skip(i).Take(GramLength)))];
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^\s*(sehr geehrte[^,\n]*[,\n]|hallo[^,\n]*[,\n!]|guten (tag|morgen|abend)[^,\n]*[,\n!]|moin[^,\n]*[,\n!]|liebe[sr]?[^,\n]*[,\n])\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Salutation();
}
