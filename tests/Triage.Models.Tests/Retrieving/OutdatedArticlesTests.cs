using Triage.Models.Retrieving;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

public sealed class OutdatedArticlesTests
{
    [Fact]
    public void What_says_otherwise_and_was_due_before_the_other_was_reviewed_is_overtaken() =>
        Assert.Equal(["alt"], OutdatedArticles.Of([Reviewed("alt", 2022, 2023, "neu"), Reviewed("neu", 2026, 2027)]));

    [Fact]
    public void An_article_that_is_late_for_review_is_not_overtaken_by_others_of_its_topic() =>
        Assert.Empty(OutdatedArticles.Of([Reviewed("fotos", 2022, 2023), Reviewed("recherche", 2026, 2027)]));

    [Fact]
    public void An_article_that_is_not_due_yet_holds_beside_the_one_it_contradicts() =>
        Assert.Empty(OutdatedArticles.Of([Reviewed("zeiten", 2025, 2027, "termin"), Reviewed("termin", 2026, 2028, "zeiten")]));

    private static KnowledgeArticle Reviewed(string id, int reviewed, int due, string? conflictsWith = null) =>
        Article(id, id, "Text.", topic: "archiv") with
        {
            ReviewedAt = new(reviewed, 1, 1), ReviewBy = new(due, 1, 1), ConflictsWith = conflictsWith,
        };
}
