using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class StandardAnswerTests
{
    private static readonly StandardAnswer Standard = new("personalausweis", "buergerbuero", "Personalausweis", 3, "Bitte kommen Sie mit Termin. Der Ausweis kostet 46,00 Euro.");

    private readonly ReplyComposer composer = new(null);

    [Fact]
    public async Task It_stands_for_the_answer_and_is_its_only_source()
    {
        var draft = await composer.ComposeAsync(Case.Request() with { Standard = Standard }, default);

        Assert.Contains("Bitte kommen Sie mit Termin. Der Ausweis kostet 46,00 Euro. [A]", draft!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("27,60", draft.Text, StringComparison.Ordinal);
        Assert.Equal([Standard.Passage.Id], draft.Citations.Select(c => c.Passage));
        Assert.Contains(draft.Critical, c => c.Kind == "amount" && c.Supported && c.Passage == Standard.Passage.Id);
    }

    [Fact]
    public async Task It_answers_where_no_passage_does() =>
        Assert.False((await composer.ComposeAsync(Case.Request(noSource: true) with { Standard = Standard }, default))!.NoSource);

    [Fact]
    public async Task A_further_concern_is_answered_from_the_articles_below_it()
    {
        var request = Case.Request("Was kostet der neue Ausweis? Was kostet das Parken am Bahnhof?");
        var parking = new Passage("parken#1", "parken", "Parken", "Kosten", "Das Parken am Bahnhof kostet 2,00 Euro am Tag.", 0, 46, "ordnungsamt", "parken");
        List<RetrievedPassage> found = [.. request.Found.Passages, new(parking, 1)];
        request = request with
        {
            Standard = Standard,
            Classification = request.Classification with { Concerns = [new Concern("parken", 28, 34)] },
            Found = new InquiryResult(found, false, [.. QuestionFinder.Find(request.Inquiry).Select(q => new QuestionResult(q, found, false))]),
        };

        var draft = await composer.ComposeAsync(request, default);

        Assert.Contains("Der Ausweis kostet 46,00 Euro. [A]", draft!.Text, StringComparison.Ordinal);
        Assert.Contains("2,00 Euro am Tag", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("27,60", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frage", true)]
    [InlineData("termin", true)]
    [InlineData("antrag", true)]
    [InlineData("meldung", false)]
    [InlineData("sachstand", false)]
    [InlineData("widerspruch", false)]
    [InlineData("kein_anliegen", false)]
    public void It_answers_only_kinds_that_a_general_text_can_answer(string kind, bool answers) =>
        Assert.Equal(answers, Standard.Answers(Case.Request(kind: kind).Classification));

    [Fact]
    public void It_answers_no_other_topic() =>
        Assert.False(Standard.Answers(Case.Request(department: "landkreis").Classification));
}
