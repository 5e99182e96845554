using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class SecondOpinionTrainerTests
{
    private const string Plain = "Wann ist der Markt geöffnet und wo kann ich parken?";

    [Fact]
    public void A_sign_that_the_model_overlooks_is_learned_and_one_that_says_nothing_is_not()
    {
        // The model says the same of every row; gas tells the true ones, money tells nothing.
        Testimony[] rows = [.. Enumerable.Range(0, 120).Select(i =>
            Row(Plain + (i % 4 == 0 ? " Es riecht nach Gas." : "") + (i % 2 == 0 ? " Ich habe kein Geld." : ""), i % 4 == 0))];
        var fitted = SecondOpinionTrainer.Fit(rows, Signs.Urgency, seed: 1);
        Assert.True(fitted.Opinion.Signs["hz_fire"] > 0.2);
        Assert.True(fitted.Opinion.Signs["hz_fire"] > 3 * Math.Abs(fitted.Opinion.Signs["money"]));
        Assert.True(rows.Index().Where(r => r.Item.True == true).Min(r => fitted.HeldOut[r.Index]) > rows.Index().Where(r => r.Item.True == false).Max(r => fitted.HeldOut[r.Index]));
    }

    [Fact]
    public void The_model_keeps_its_say_where_no_sign_is_met()
    {
        Testimony[] rows = [.. Enumerable.Range(0, 80).Select(i => Row(Plain, i % 2 == 0, score: i % 2 == 0 ? 2 : -2))];
        var opinion = SecondOpinionTrainer.Fit(rows, Signs.Urgency, seed: 1).Opinion;
        Assert.True(opinion.Model > 0);
        Assert.True(opinion.Probability(rows[0].Scores, rows[0].Measured, Signs.Urgency) > 0.5);
        Assert.True(opinion.Probability(rows[1].Scores, rows[1].Measured, Signs.Urgency) < 0.5);
    }

    [Fact]
    public void Rows_of_unknown_truth_teach_nothing_and_the_same_rows_give_the_same_opinion()
    {
        Testimony[] known = [.. Enumerable.Range(0, 60).Select(i => Row(Plain + (i % 3 == 0 ? " Es brennt." : ""), i % 3 == 0))];
        var opinion = SecondOpinionTrainer.Fit(known, Signs.Urgency, seed: 1).Opinion;
        var again = SecondOpinionTrainer.Fit([.. known, Row("Kein Geld, kein Strom", null)], Signs.Urgency, seed: 1).Opinion;
        Assert.Equal(opinion.Signs, again.Signs);
        Assert.Equal(opinion.Bias, again.Bias);
    }

    private static Testimony Row(string text, bool? truth, double score = 0) =>
        new([0, score], Signs.Urgency.Measure(TextAnalyzer.Words(text)), truth);
}
