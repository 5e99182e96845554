using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.Simplifying;
using Triage.Models.Tests.Drafting.LanguageModels;

namespace Triage.Models.Tests.Drafting.Simplifying;

public sealed class LetterSimplifierTests
{
    private const string Letter = "Guten Tag Svantje Ohmstede,\n\nder Personalausweis kostet 46,00 Euro, wenn Sie 24 Jahre oder älter sind. [A]\n\nHaben Sie noch Fragen? Sie erreichen uns so:\nTelefon: 05999 910-100\n\nMit freundlichen Grüßen\nBürgerbüro";
    private const string Simple = """{"paragraphs":[{"text":"Der Ausweis kostet 46,00 Euro. Das gilt, wenn Sie 24 Jahre oder älter sind.","passages":["A"]}],"openQuestions":[]}""";

    [Fact]
    public async Task What_the_letter_says_is_said_simply_and_its_frame_stays()
    {
        using var model = ScriptedModel.Says(Simple);

        var result = await SimplifyAsync(model, Letter);

        Assert.Equal(
            Letter.Replace("der Personalausweis kostet 46,00 Euro, wenn Sie 24 Jahre oder älter sind.", "Der Ausweis kostet 46,00 Euro. Das gilt, wenn Sie 24 Jahre oder älter sind.", StringComparison.Ordinal),
            result.Draft!.Text);
        Assert.Equal(("m", "plain.v1"), (result.Draft.Model, result.Draft.PromptVersion));
        Assert.Equal(Case.Costs.Id, Assert.Single(result.Draft.Citations).Passage);
        Assert.DoesNotContain("Ohmstede", model.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_that_came_in_on_the_way_is_critical_and_has_no_source()
    {
        using var model = ScriptedModel.Says(Simple.Replace("46,00 Euro.", "46,00 Euro. Ein Foto kostet 64,00 Euro.", StringComparison.Ordinal));

        Assert.Contains((await SimplifyAsync(model, Letter)).Draft!.Critical, c => c is { Kind: "amount", Text: "64,00 Euro", Supported: false });
    }

    [Theory]
    [InlineData("46,00", "64,00")]
    [InlineData(" Das gilt, wenn Sie 24 Jahre oder älter sind.", "")]
    public async Task A_fact_that_is_lost_on_the_way_refuses_the_text(string said, string instead)
    {
        using var model = ScriptedModel.Says(Simple.Replace(said, instead, StringComparison.Ordinal));

        var result = await SimplifyAsync(model, Letter);

        Assert.Null(result.Draft);
        Assert.StartsWith("The simple text leaves out", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"paragraphs":[{"text":"Ja.","passages":["Q"]}],"openQuestions":[]}""")]
    [InlineData("""{"paragraphs":[{"text":"Ja, [NAME_9].","passages":["A"]}],"openQuestions":[]}""")]
    [InlineData("""{"paragraphs":[],"openQuestions":["Was?"]}""")]
    public async Task An_answer_with_strangers_in_it_or_nothing_is_refused(string answer)
    {
        using var model = ScriptedModel.Says(answer);

        var result = await SimplifyAsync(model, Letter);

        Assert.Null(result.Draft);
        Assert.NotNull(result.Reason);
        Assert.Equal(2, model.Endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_letter_that_says_nothing_is_not_sent()
    {
        using var model = ScriptedModel.Says(Simple);

        Assert.Null((await SimplifyAsync(model, "Guten Tag,\n\nMit freundlichen Grüßen\nStadt Musterstadt")).Draft);
        Assert.Empty(model.Endpoint.Requests);
    }

    private static Task<SimplifiedResult> SimplifyAsync(ScriptedModel model, string letter) => new LetterSimplifier(model.Model, new ReplyComposer(null)).SimplifyAsync(
        letter, [new Citation("[A]", Case.Costs.ArticleId, Case.Costs.Id, Case.Costs.Text, Case.Costs.Text)], Case.Request(), TestContext.Current.CancellationToken);
}
