using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Drafting;
using Triage.Service.Retrieving;

namespace Triage.Service.Cases;

/// <summary>Shows the passages of a draft: quoted, dated, and marked when old or contradicted.</summary>
internal sealed class SourceViews(KnowledgeHost knowledge, TimeProvider time)
{
    private const int StaleAfterYears = 3;

    public SourcesView Of(StoredDraft draft)
    {
        var passages = draft.Passages.Select(p => p.Passage).ToDictionary(p => p.Id);
        var cited = draft.Draft.Citations
            .Select(c => Source(c.Marker.Trim('[', ']'), c.Quote, c.Text, passages.GetValueOrDefault(c.Passage), c.Article)).ToList();
        var used = draft.Draft.Citations.Select(c => c.Passage).ToHashSet();
        return new SourcesView(
            cited,
            [.. passages.Values.Where(p => !used.Contains(p.Id)).Select(p => Source(null, p.Text, p.Text, p, p.ArticleId))],
            draft.Draft.OpenQuestions);
    }

    private SourceView Source(string? marker, string quote, string whole, Passage? passage, string articleId)
    {
        var article = knowledge.Articles.GetValueOrDefault(articleId);
        return new SourceView(
            marker,
            article?.Title ?? passage?.ArticleTitle ?? articleId,
            passage?.HeadingPath ?? "",
            quote,
            whole,
            article is null ? null : German.Date(article.ReviewedAt),
            article is not null && article.ReviewedAt.AddYears(StaleAfterYears) < DateOnly.FromDateTime(German.Local(time.GetUtcNow()).Date),
            article?.ConflictsWith is { } other ? knowledge.Articles.GetValueOrDefault(other)?.Title ?? other : null,
            article is { Url.Length: > 0 } && Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? article.Url : null)
        {
            Opens = passage is null || StandardAnswer.IsPassage(passage.Id) ? null : KnowledgeEndpoints.Address(passage),
            IsStandard = passage is not null && StandardAnswer.IsPassage(passage.Id),
        };
    }
}
