using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Retrieving;
using Triage.Models.Tests.Retrieving;

namespace Triage.Models.Tests.Learning;

public sealed class SectionTrainerTests
{
    private static readonly string[] Animals = ["Hund", "Katze", "Pferd", "Huhn"];

    [Fact]
    public async Task Sections_are_found_by_article_and_heading_and_rows_without_a_found_answer_are_left_out()
    {
        var rows = Enumerable.Range(0, 16).Select(i => Row(i, "Kosten")).Append(Row(16, "Fristen")).ToList();

        var trained = await SectionTrainer.TrainAsync(rows, new FakeEmbedder(), TestContext.Current.CancellationToken);

        Assert.Equal(16, trained.Figures.Rows);
        // By chance one in eight.
        Assert.True(trained.Figures.BestAnswers > 0.4, $"{trained.Figures.BestAnswers}");
    }

    [Fact]
    public async Task Nothing_can_be_learned_where_no_answer_was_found() =>
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            SectionTrainer.TrainAsync([Row(0, "Fristen"), Row(1, "Fristen")], new FakeEmbedder(), TestContext.Current.CancellationToken));

    private static AnsweredInquiry Row(int number, string heading)
    {
        // Every animal stands in both halves.
        var animal = Animals[number / 2 % Animals.Length];
        var found = Animals.Select((a, i) => new RetrievedPassage(Passage(a), 0.9 - (0.001 * i))).ToList();
        return new AnsweredInquiry(new Inquiry($"{number}", "", $"Was kostet {animal} {number}?"), new InquiryResult(found, false, []), [new SectionName(animal, heading)]);
    }

    private static Passage Passage(string animal)
    {
        var text = $"## Kosten\n{animal} kostet 60,00 Euro.\n\n## Anmelden\nMelden Sie das Tier an.";
        return new Passage($"{animal}#1", animal, animal, "Kosten", text, 0, text.Length, "steueramt", null);
    }
}
