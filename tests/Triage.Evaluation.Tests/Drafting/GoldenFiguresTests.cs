using Triage.Evaluation.Drafting;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Tests.Drafting;

public sealed class GoldenFiguresTests
{
    [Fact]
    public void Drafts_are_counted_by_facts_halves_and_languages()
    {
        var figures = GoldenFigures.Of(
            [Golden("G-0001"), Golden("G-0002"), Golden("G-0003"), Golden("G-0004", answerable: false), Golden("G-0005"), Golden("G-0006")],
            [
                Row("G-0001", "Es kostet 10 Euro und dauert zwei Wochen."), Row("G-0002", "Es kostet 10 Euro."),
                Row("G-0003", "Es kostet 10 Euro und dauert zwei Wochen, früher 8 Euro.", "pl"), Row("G-0004", "", noSource: true), Row("G-0005", "Wir fragen nach.", noSource: true),
            ]);

        Assert.Equal((4, 1, 1), (figures.All.Answerable, figures.All.Unanswerable, figures.All.Caught));
        Assert.Equal((0.25, 0.625, 0.25, 0.25), (figures.All.Right, figures.All.Facts, figures.All.Wrong, figures.All.Lost));
        Assert.Equal((8, 11), (figures.All.MedianWords, figures.All.NinetiethWords));
        Assert.Equal([("even numbers", 1), ("odd numbers", 3)], figures.Halves.Select(h => (h.Name, h.Answerable)));
        Assert.Equal([("de", 3), ("pl", 1)], figures.Languages.Select(h => (h.Name, h.Answerable)));
    }

    private static GoldenAnswer Golden(string id, bool answerable = true) =>
        new(id, answerable, answerable ? ["x"] : [], answerable ? [["10 Euro", "10,00 Euro"], ["zwei Wochen"]] : [], ["8 Euro"]);

    private static AnswerRow Row(string id, string draft, string language = "de", bool noSource = false) =>
        new(id, draft, [], [], [], noSource, [], 0, "composed", "", null, "steueramt", null, "frage", language, 1);
}
