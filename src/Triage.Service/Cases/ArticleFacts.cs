using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Service.Cases;

/// <summary>The articles behind passages: their date, address and contradictions. Read once, when the first page needs them.</summary>
internal sealed class ArticleFacts(TownFacts facts)
{
    private readonly Lazy<IReadOnlyDictionary<string, KnowledgeArticle>> articles = new(() =>
        KnowledgeLoader.Load(Path.Combine(DataFolder.Find(), "knowledge"), facts).Articles.ToDictionary(a => a.Id));

    /// <summary>The article with this id; null when it is gone.</summary>
    public KnowledgeArticle? Find(string id) => articles.Value.GetValueOrDefault(id);
}
