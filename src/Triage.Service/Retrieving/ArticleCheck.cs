using System.Text.RegularExpressions;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>What must hold for an article before it is saved, in words for the editor. Fields are those of the editor's form.</summary>
internal sealed partial class ArticleCheck(Municipality town, TownFacts facts)
{
    public const int MostCharacters = 100_000;
    private const int MostInLine = 300;
    private const int MostSynonyms = 40;

    // Addresses of pages below /wissen.
    private static readonly HashSet<string> Taken = ["neu", "einfuhr", "ausfuhr", "luecken"];

    public IReadOnlyList<FormError> Of(KnowledgeArticle article) =>
        [.. Head(article).Concat(Text(article)).Select(e => new FormError(e.Field, e.Text))];

    /// <summary>The text as readers would see it.</summary>
    public string Preview(KnowledgeArticle article) => ArticleHtml.Render(Placeholders.Fill(article.Markdown, facts).Text);

    private IEnumerable<(string Field, string Text)> Head(KnowledgeArticle article)
    {
        if (article.Id.Length > 100 || !Slug().IsMatch(article.Id) || Taken.Contains(article.Id))
        {
            yield return ("slug", "Der Kurzname braucht kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel hund-anmelden.");
        }

        if (article.Title.Length is 0 or > MostInLine)
        {
            yield return ("title", $"Der Titel braucht 1 bis {MostInLine} Zeichen.");
        }

        if (town.Department(article.Department) is null)
        {
            yield return ("department", "Bitte wählen Sie ein Amt.");
        }

        if (article.Topic is not null && town.Topic(article.Topic) is null)
        {
            yield return ("topic", "Dieses Thema gibt es nicht.");
        }

        if (article.Source.Length is 0 or > 1000)
        {
            yield return ("source", "Bitte nennen Sie die Quelle: Gesetz, Satzung oder Stelle, die es weiß.");
        }

        if (article.Url.Length > 0 && !(Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
        {
            yield return ("url", "Die Webadresse beginnt mit https://.");
        }

        if (article.ValidUntil < article.ValidFrom)
        {
            yield return ("validUntil", "Das Ende liegt vor dem Beginn.");
        }

        if (article.Synonyms.Count > MostSynonyms || article.Synonyms.Any(s => s.Length > MostInLine))
        {
            yield return ("synonyms", $"Höchstens {MostSynonyms} andere Wörter, jedes höchstens {MostInLine} Zeichen.");
        }
    }

    private IEnumerable<(string Field, string Text)> Text(KnowledgeArticle article)
    {
        if (string.IsNullOrWhiteSpace(article.Markdown))
        {
            yield return ("text", "Der Artikel braucht einen Text.");
        }
        else if (article.Markdown.Length > MostCharacters)
        {
            yield return ("text", "Der Text ist länger als 100.000 Zeichen. Bitte teilen Sie ihn auf.");
        }
        else if (!CanBeRead(article.Markdown))
        {
            yield return ("text", "Listen oder Zitate sind zu tief ineinander geschachtelt.");
        }

        if (article.Markdown.Length <= MostCharacters && Placeholders.Fill(article.Markdown, facts).Unknown is { Count: > 0 } unknown)
        {
            yield return ("text", $"Dafür ist nichts hinterlegt: {string.Join(", ", unknown.Distinct().Take(5))}.");
        }
    }

    private static bool CanBeRead(string markdown)
    {
        try
        {
            ArticleHtml.Render(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]+([-_][a-z0-9]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slug();
}
