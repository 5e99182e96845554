using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Tests.Reporting;

public sealed class GoldenAnswerTests
{
    [Theory]
    [InlineData("Das kostet 5,00 Euro.", "5,00 Euro", true)]
    [InlineData("Das kostet 15,00 Euro.", "5,00 Euro", false)]
    [InlineData("Gebraucht werden 21.400 Stimmen.", "1.400", false)]
    [InlineData("Gebraucht werden 2.400 Stimmen.", "400", false)]
    [InlineData("Die Nummer ist 05998 80-5001.", "05998 80-500", false)]
    [InlineData("Sie haben 14 Tage.", "14 tage", true)]
    [InlineData("Am 14. Tag endet sie.", "14", true)]
    [InlineData("Mit Ihrer Unterschrift.", "unterschr", true)]
    [InlineData("Das kostet 10\u00A0Euro\nim Jahr.", "10 Euro im Jahr", true)]
    [InlineData("Wir brauchen nichts.", "Ausweis", false)]
    public void A_wording_is_met_also_inside_a_longer_word_but_not_inside_a_longer_number(string text, string wording, bool said) =>
        Assert.Equal(said, GoldenAnswer.Says(text, wording));

    [Fact]
    public void One_of_a_fact_s_wordings_is_enough_and_every_fact_counts_once()
    {
        var answer = new GoldenAnswer("1", true, ["a"], [["10 Euro", "10,00 €"], ["14 Tage"], ["Ausweis", "Pass"]], ["vier Wochen"]);

        Assert.Equal(2, answer.FactsIn("10 Euro, also 10,00 €, und den Pass."));
        Assert.True(answer.IsWrongIn("Es dauert vier Wochen."));
        Assert.False(answer.IsWrongIn("Es dauert drei Wochen."));
    }
}
