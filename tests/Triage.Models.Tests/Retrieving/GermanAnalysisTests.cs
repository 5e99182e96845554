using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Retrieving;

public sealed class GermanAnalysisTests
{
    [Theory]
    [InlineData("Müllgebühren", "Muellgebuehr")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Hunde", "Hundes")]
    [InlineData("Anträge", "Antrag")]
    [InlineData("Gebührenbescheide", "Gebührenbescheid")]
    [InlineData("neue", "neuen")]
    public void Forms_of_a_word_are_one_term(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("Bauer", "Bar")]
    [InlineData("Quelle", "Qulle")]
    [InlineData("Steuer", "Stur")]
    public void An_e_after_u_is_kept_where_it_is_no_umlaut(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Fact]
    public void Words_that_stand_everywhere_are_left_out() =>
        Assert.Equal(["kostet", "hund", "2"], GermanAnalysis.Words("Was kostet für mich der Hund § 2?"));

    [Fact]
    public void Compounds_are_split_into_words_of_the_corpus()
    {
        var compounds = new CompoundSplitter(new Dictionary<string, int>
        {
            ["hunde"] = 5, ["steuer"] = 9, ["bescheid"] = 7, ["steuerbescheid"] = 3, ["grundstuck"] = 4, ["verkehr"] = 4, ["einmal"] = 1, ["zahl"] = 9,
        });

        Assert.Equal(["hunde", "steuer", "bescheid"], compounds.Parts("hundesteuerbescheid"));
        Assert.Equal(["grundstuck", "verkehr"], compounds.Parts("grundstucksverkehr"));
        Assert.Empty(compounds.Parts("bescheid"));
        Assert.Empty(compounds.Parts("personalausweis"));
        Assert.Empty(compounds.Parts("einmalzahl"));
        Assert.Empty(compounds.Parts(new string('x', 5000)));
    }

    private static string[] Terms(string text) => [.. GermanAnalysis.Words(text).Select(GermanAnalysis.Stem)];
}
