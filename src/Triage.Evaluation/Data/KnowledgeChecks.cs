using System.Text.RegularExpressions;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Data;

/// <summary>The rules that every article of data/knowledge keeps (data/knowledge/README.md).</summary>
internal static partial class KnowledgeChecks
{
    private const int FewestWords = 150;
    private const int MostWords = 700;
    private const double MostLix = 50;

    /// <summary>Everything wrong with articles; statutes (in the folder of that name) keep their own form.</summary>
    public static IEnumerable<DataProblem> Check(string folder, Municipality town, TownFacts facts)
    {
        var loaded = KnowledgeLoader.Load(folder, facts);
        var ids = loaded.Articles.Select(a => a.Id).ToHashSet();
        var statutes = Directory.GetFiles(Path.Combine(folder, "statutes"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        return loaded.Problems.Select(p => new DataProblem(p.File, p.Reason))
            .Concat(loaded.Articles.SelectMany(a => Check(a, town, ids, statutes.Contains(a.Id)).Select(what => new DataProblem(a.Id, what))))
            .Concat(town.Topics.Where(t => loaded.Articles.Count(a => a.Topic == t.Id && !statutes.Contains(a.Id)) < 2)
                .Select(t => new DataProblem(t.Id, "fewer than two articles")))
            .Concat(Literals(folder, facts));
    }

    /// <summary>Words by sentence plus percentage of words over six letters (Björnsson, 1968), headings and list items as sentences.</summary>
    public static double Lix(string markdown)
    {
        var words = Words().Matches(markdown).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, SentenceEnds().Count(markdown));
        return words.Count == 0 ? 0 : ((double)words.Count / sentences) + (100.0 * words.Count(w => w.Length > 6) / words.Count);
    }

    private static IEnumerable<string> Check(KnowledgeArticle article, Municipality town, HashSet<string> ids, bool isStatute)
    {
        if (article.Topic is not null && town.Topic(article.Topic)?.Department != article.Department)
        {
            yield return $"topic '{article.Topic}' does not belong to office '{article.Department}'";
        }

        if (article.ConflictsWith is not null && !ids.Contains(article.ConflictsWith))
        {
            yield return $"conflicts_with names '{article.ConflictsWith}', which is no article";
        }

        if (isStatute)
        {
            yield break;
        }

        var words = Words().Count(article.Markdown);
        if (words is < FewestWords or > MostWords)
        {
            yield return $"{words} words, not {FewestWords} to {MostWords}";
        }

        if (Lix(article.Markdown) >= MostLix)
        {
            yield return $"LIX {Lix(article.Markdown):0.0}, not below {MostLix}";
        }
    }

    // What stands once, as data, must not stand in an article a second time: it would differ after the first change.
    private static IEnumerable<DataProblem> Literals(string folder, TownFacts facts)
    {
        var contacts = facts.Offices.SelectMany(o => o.Places.Prepend(o)).SelectMany(c => new[] { c.Phone, c.Email, c.Hours })
            .Where(v => v is { Length: > 6 } && v.AsSpan().ContainsAnyInRange('0', '9')).Select(v => v!).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (var literal in contacts.Where(c => text.Contains(c, StringComparison.Ordinal)))
            {
                yield return new DataProblem(Path.GetFileName(file), $"'{literal}' stands literally instead of by its placeholder");
            }
        }
    }

    [GeneratedRegex(@"[\wäöüß-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"[.!?:](?:\s|$)|\n[-*#|]|\n\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnds();
}
