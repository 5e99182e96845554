using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Language;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>Chooses the passages' own sentences that answer a question: by its words, its intent and the passage's rank.</summary>
internal sealed partial class SentenceChooser
{
    private const int PassagesRead = 4;
    private const int MostSentences = 5;
    private const double IntentBonus = 0.45;
    private const double RankStep = 0.12;
    private const double NearBest = 0.62;

    private readonly Dictionary<string, List<TextUnit>> unitsOf = [];

    /// <param name="question">The citizen's words.</param>
    /// <param name="context">Topic and subject, which a short question leaves out.</param>
    /// <param name="passages">Best first.</param>
    /// <param name="used">Sentences that the letter has already; they are not repeated.</param>
    public List<ChosenPart> Choose(string question, string context, IReadOnlyList<RetrievedPassage> passages, HashSet<string> used)
    {
        var read = passages.Take(PassagesRead).Select(p => p.Passage).ToList();
        var units = read.SelectMany(Units).ToList();
        if (units.Count == 0)
        {
            return [];
        }

        var rarity = new Rarity(units);
        var asked = Words.Read(question).Concat(Words.Read(context)).Select(w => w.Stem).Distinct().ToList();
        var intents = Intents(question);
        var scored = read.SelectMany((passage, rank) => Units(passage)
            .Select(unit => (Passage: passage, Unit: unit, Score: Score(unit, passage, asked, intents, rarity) - (RankStep * rank)))).ToList();
        var best = scored.Max(s => s.Score);
        var chosen = scored.Where(s => s.Score >= NearBest * best && !used.Contains(s.Unit.Text.Trim()))
            .OrderByDescending(s => s.Score).Take(MostSentences).ToList();
        foreach (var (_, unit, _) in chosen)
        {
            used.Add(unit.Text.Trim());
        }

        return [.. read.Select(p => new ChosenPart(p, WholeLists(p, [.. chosen.Where(c => c.Passage == p).Select(c => c.Unit)], used)))
            .Where(part => part.Units.Count > 0)];
    }

    public static List<Intent> Intents(string question) => [.. Intent.All.Where(i => i.Asks.IsMatch(question))];

    private static double Score(TextUnit unit, Passage passage, List<string> asked, List<Intent> intents, Rarity rarity)
    {
        double all = 0, held = 0;
        var stems = unit.Words.Concat(unit.LeadIn).Select(w => w.Stem).ToList();
        var heading = unit.Heading.Select(w => w.Stem).ToList();
        foreach (var word in asked)
        {
            var weight = rarity.Knows(word) ? rarity.Of(word) : 0.5;
            all += weight;
            held += weight * Math.Max(Best(word, stems), 0.6 * Best(word, heading));
        }

        var intent = intents.Exists(i => i.IsAnsweredBy(unit, passage.HeadingPath)) ? IntentBonus : 0;
        return (all == 0 ? 0 : held / all) + intent;
    }

    private static double Best(string word, List<string> stems) => stems.Count == 0 ? 0 : stems.Max(s => Words.Likeness(word, s));

    // A list is of use as a whole: who brings half of the papers comes twice.
    private List<TextUnit> WholeLists(Passage passage, HashSet<TextUnit> chosen, HashSet<string> used)
    {
        var lists = chosen.Where(IsListItem).Select(u => u.Block).ToHashSet();
        var all = Units(passage);
        var units = all.Where((u, i) => chosen.Contains(u) || (IsListItem(u) && lists.Contains(u.Block)) || LeadsTo(all, i, chosen)).ToList();
        used.UnionWith(units.Select(u => u.Text.Trim()));
        return units;
    }

    // "Danach nehmen wir …" says nothing without the sentence before it.
    private static bool LeadsTo(List<TextUnit> units, int index, HashSet<TextUnit> chosen) =>
        index + 1 < units.Count && chosen.Contains(units[index + 1]) && units[index + 1].Block == units[index].Block
        && PointsBack().IsMatch(units[index + 1].Text);

    /// <summary>Whether the unit stands behind a list's mark.</summary>
    public static bool IsListItem(TextUnit unit)
    {
        var line = unit.Start == 0 ? 0 : unit.Whole.LastIndexOf('\n', unit.Start - 1) + 1;
        return unit.Whole[line..unit.Start].TrimStart() is { Length: > 0 } mark && mark[0] is '-' or '*' or '•' or (>= '0' and <= '9');
    }

    private List<TextUnit> Units(Passage passage)
    {
        if (!unitsOf.TryGetValue(passage.Id, out var units))
        {
            units = [.. UnitReader.Read(passage.Id, $"{passage.ArticleTitle} {passage.HeadingPath}", passage.Text).Where(u => u.Words.Count > 0)];
            unitsOf[passage.Id] = units;
        }

        return units;
    }

    [GeneratedRegex(@"^(?:Danach|Dann|Dazu|Dafür|Dabei|Damit|Dort|Davon|Das (?:gilt|ist|geht|kostet)|Diese[rsmn]?|Dies|Er|Es|Sonst|Außerdem|Auch|Deshalb|Darin|Darauf|Denn)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PointsBack();
}
