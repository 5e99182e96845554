using Triage.Evaluation.Data;
using Triage.Evaluation.Drafting;
using Triage.Models.Learning;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Tests.Data;

public sealed class AnswerChecksTests
{
    private static readonly SectionName Costs = new("hund", "Kosten");

    [Theory]
    [InlineData("A-1", "full", "hund", "Kosten", null)]
    [InlineData("A-1", "none", null, null, null)]
    [InlineData("A-9", "full", "hund", "Kosten", "no such inquiry")]
    [InlineData("A-1", "yes", "hund", "Kosten", "'yes' is none of full, part, none")]
    [InlineData("A-1", "part", null, null, "0 sections")]
    [InlineData("A-1", "full", "hund", "Preise", "'hund' has no heading 'Preise'")]
    [InlineData("A-1", "full", "katze", "Kosten", "'katze' has no heading 'Kosten'")]
    public void A_wrong_label_is_named(string id, string answer, string? article, string? heading, string? problem)
    {
        var label = new AnswerLabel(id, answer, article is null ? [] : [new SectionName(article, heading!)]);
        Assert.Equal(problem is null ? [] : [problem], Problems(label));
    }

    [Fact]
    public void An_inquiry_is_labelled_once() => Assert.Equal(["A-1 stands 2 times"], Problems(new AnswerLabel("A-1", "full", [Costs]), new AnswerLabel("A-1", "part", [Costs])));

    private static IEnumerable<string> Problems(params AnswerLabel[] labels) =>
        AnswerChecks.Check(labels, new HashSet<string> { "A-1" }, [new KnowledgeArticle("hund", "Hundesteuer", "steueramt", "hundesteuer", new(2026, 1, 1), new(2026, 1, 1), null, "", "", [], "## Kosten\nSie kostet 60 Euro.")]).Select(p => p.What);
}
