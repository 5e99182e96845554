using Triage.Evaluation.Data;
using Triage.Evaluation.Drafting;
using Triage.Evaluation.Reporting.Figures;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Tests.Reporting;

public sealed class FiguresTests
{
    [Fact]
    public void An_article_counts_as_found_when_one_of_its_passages_is_among_the_first_five()
    {
        var figures = RetrievalFigures.Of(
        [
            Answered(["x"], "", false, "x"), Answered(["x"], "", false, "a", "b", "c", "d", "x"), Answered(["x"], "", true, "a", "b", "c", "d", "e", "x"),
            Answered(["x"], "", false, "a"), Answered([], "", true), Answered([], "", false, "a"),
        ]);

        Assert.Equal((4, 2), (figures.Answerable, figures.Unanswerable));
        Assert.Equal((0.5, 0.25), (figures.AmongFirstFive!.Value, figures.First!.Value));
        Assert.Equal((1 + (1.0 / 5) + (1.0 / 6)) / 4, figures.MeanReciprocalRank, 6);
        Assert.Equal((0.5, 0.25), (figures.NoSourceRight!.Value, figures.Lost!.Value));
        Assert.Equal(2, figures.NotFound.Count);
    }

    [Fact]
    public void A_draft_without_a_passage_and_a_case_without_a_draft_say_that_there_is_no_source()
    {
        AnsweredInquiry[] answered = [Answered(["x"], "Es kostet 10 Euro.", false), Answered(["x"], "", false), Answered([], "Guten Tag.", false)];
        var noDraft = new Answerability(false, answered[1].Work);

        var figures = AnsweringFigures.Of(answered, [noDraft, noDraft, new Answerability(false, answered[0].Work), new Answerability(true, answered[0].Work)]).NoSource;

        Assert.Equal((2.0 / 3, 0.0), (figures.ByLabel.Right!.Value, figures.ByLabel.Lost!.Value));
        Assert.Equal((0.0, 0.5), (figures.ByKnowledge.Right!.Value, figures.ByKnowledge.Lost!.Value));
    }

    [Fact]
    public void A_draft_is_right_when_it_says_every_fact_and_nothing_wrong()
    {
        var figures = DraftFigures.Of(
        [
            Answered(["x"], "Es kostet 10 Euro.", false), Answered(["x"], "Es kostet 10 Euro und dauert vier Wochen.", false),
            Answered(["x"], "Es kostet etwas.", false), Answered(["x"], "", false), Answered([], "Es kostet 10 Euro.", false),
        ]);

        Assert.Equal((4, 3), (figures.Answerable, figures.Drafted));
        Assert.Equal((0.25, 0.5, 0.25), (figures.Right!.Value, figures.Facts!.Value, figures.Wrong!.Value));
    }

    [Fact]
    public void Personal_data_is_found_when_every_place_of_it_is_masked()
    {
        var figures = PseudonymFigures.Of(
        [
            Row("Bitte an anna@example.org. Nochmal: anna@example.org", new PersonalValue("email", "anna@example.org")),
            Row("Das Losungswort heißt quittengelb, Tel. 0171 2345678.", new PersonalValue("other", "quittengelb")),
        ]);

        Assert.Equal([("email", 1.0), ("other", 0.0)], figures.Types.Select(t => (t.Type, t.Recall!.Value)));
        Assert.Equal((0.5, 3, 0), (figures.Recall!.Value, figures.Spans, figures.NotRestored));
        Assert.Equal(2.0 / 3, figures.Precision!.Value, 6);
    }

    [Fact]
    public void A_detector_that_names_nothing_has_no_precision()
    {
        var detector = Detector.Of([(true, false), (false, false)]);
        Assert.Equal(0, detector.Recall!.Value);
        Assert.Null(detector.Precision);
    }

    [Fact]
    public void The_bootstrap_interval_holds_the_calibration_error_and_narrows_with_more_rows()
    {
        static Rate Ece(int rows) => RoutingMeasure.Report(
            "label", "", 0, [.. Enumerable.Range(0, rows).Select(i => new Prediction($"{i}", "a", i % 10 < 6 ? "a" : "b", 0.9, false))], []).Ece;
        var (few, many) = (Ece(50), Ece(1000));
        Assert.Equal(0.3, few.Value, 6);
        Assert.True(few.Low < 0.3 && few.High > 0.3 && many.Low < 0.3 && many.High > 0.3);
        Assert.True(many.High - many.Low < (few.High - few.Low) / 2);
        Assert.Equal(few, Ece(50));
    }

    private static AnsweredInquiry Answered(string[] articles, string draft, bool noSource, params string[] found) => new(
        new GoldenAnswer("1", articles.Length > 0, articles, [["10 Euro"]], ["vier Wochen"]),
        new DeskWork(
            DraftingDesk.Unclassified,
            new InquiryResult([.. found.Select((a, i) => new RetrievedPassage(new Passage($"{a}-{i}", a, "", "", "", 0, 0, "", null), 1))], noSource, []),
            draft.Length == 0 ? null : new DraftResult(new Draft(draft, [], [], [], false, "composed", ""))),
        1);

    private static LabelledInquiry Row(string text, PersonalValue value) =>
        new("1", "G", "web", "", text, "steueramt", "hundesteuer", "frage", [], false, "de", true, [value]);
}
