using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Translating;

/// <summary>
/// Whether facts stand where they belong, as far as that is the same in every language: sentence by sentence, a range from its
/// beginning to its end, weekdays with their hours. Within a sentence languages order the rest each in its own way.
/// </summary>
internal static partial class FactOrder
{
    public static bool Agrees(FactLine german, FactLine other)
    {
        var sentences = Sentences(german);
        return KeepsSentences(german, sentences, other) && KeepsPairs(german, other) && KeepsHours(german, sentences, other);
    }

    // What stands once only has a place that can be told.
    private static bool KeepsSentences(FactLine german, IReadOnlyList<int> sentences, FactLine other)
    {
        var places = german.Facts.Zip(sentences).GroupBy(f => f.First.Value).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Second);
        var found = other.Facts.Where(f => places.ContainsKey(f.Value)).Select(f => places[f.Value]).ToList();
        return found.SequenceEqual(found.Order());
    }

    // "2 bis 3 Wochen", "vom 03.11. bis zum 10.11.", "46 oder 70 Euro".
    private static bool KeepsPairs(FactLine german, FactLine other)
    {
        var places = other.Facts.Select((f, i) => (f.Value, Place: i)).ToLookup(f => f.Value, f => f.Place);
        return german.Facts.Zip(german.Facts.Skip(1)).All(pair =>
            !Between().IsMatch(german.Text[pair.First.End..pair.Second.Start])
            || places[pair.First.Value].Any(first => places[pair.Second.Value].Any(second => second > first)));
    }

    // "Montag 8–12 Uhr, Dienstag geschlossen": who turns that round must turn round each of its pairs ("8–12 on Monday").
    private static bool KeepsHours(FactLine german, IReadOnlyList<int> sentences, FactLine other)
    {
        var clock = Clock(german);
        var hours = german.Facts.Where((f, i) => clock[i]).Select(f => f.Value).ToHashSet();
        if (!german.Facts.Any(f => f.IsDay) || hours.Count == 0 || german.Facts.Where((f, i) => !clock[i]).Any(f => hours.Contains(f.Value)))
        {
            return true;
        }

        var rest = other.Facts.Where(f => f.IsDay || hours.Contains(f.Value)).ToList();
        foreach (var sentence in german.Facts.Zip(sentences).Where(f => f.First.IsDay || hours.Contains(f.First.Value)).GroupBy(f => f.Second, f => f.First))
        {
            var (here, there) = (Runs([.. sentence]), Runs(rest[..sentence.Count()]));
            if (!here.SequenceEqual(there) && !Turned(here).SequenceEqual(there))
            {
                return false;
            }

            rest.RemoveRange(0, sentence.Count());
        }

        return true;
    }

    // A range has its unit at its end.
    private static bool[] Clock(FactLine german)
    {
        var clock = german.Units.Zip(german.Facts).Select(f => f.First == FactUnit.Hour || german.Text[f.Second.Start..f.Second.End].Contains(':', StringComparison.Ordinal)).ToArray();
        for (var i = clock.Length - 2; i >= 0; i--)
        {
            clock[i] |= clock[i + 1] && Between().IsMatch(german.Text[german.Facts[i].End..german.Facts[i + 1].Start]);
        }

        return clock;
    }

    // Days in a row, then hours in a row, and so on.
    private static List<string> Runs(List<TextFact> facts)
    {
        var runs = new List<string>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (i > 0 && facts[i].IsDay == facts[i - 1].IsDay)
            {
                runs[^1] += $" {facts[i].Value}";
            }
            else
            {
                runs.Add(facts[i].Value);
            }
        }

        return runs;
    }

    private static IEnumerable<string> Turned(List<string> runs) => runs.Chunk(2).SelectMany(pair => pair.Reverse());

    private static List<int> Sentences(FactLine line)
    {
        var ends = End().Matches(line.Text).Select(m => m.Index).ToList();
        return [.. line.Facts.Select(f => ends.Count(e => e < f.Start))];
    }

    [GeneratedRegex(@"^\s*(?:Uhr|Euro)?\s*(?:[-–/]|bis|und|oder)(?:\s+(?:zum|zur|um|am|einschließlich))?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    // Not after an abbreviation, nor after a number, which may be a date's or a list's.
    [GeneratedRegex(@"(?<=[\p{L})]{3}[.!?])(?<!\b(?:bzw|ggf|evtl|inkl|max|min|usw|etc|vgl|zzgl|exkl|sog|gem|tel|Abs|Art|Str|Tel|str)\.)\s+(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex End();
}
