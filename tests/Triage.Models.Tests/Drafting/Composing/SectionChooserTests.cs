using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class SectionChooserTests
{
    private readonly SectionChooser chooser = new(null);

    [Fact]
    public async Task The_section_that_answers_is_chosen_and_its_article_keeps_its_order()
    {
        var choice = await ChooseAsync("Was kostet die Hundesteuer?", Article("hund", "Anmelden", "Melden Sie den Hund innerhalb von zwei Wochen an.", "Kosten", "Die Hundesteuer kostet 60,00 Euro im Jahr."));
        Assert.Equal(["Anmelden", "Kosten"], choice.Sections.Select(s => s.Heading));
    }

    [Fact]
    public async Task A_letter_never_says_more_than_a_page_holds()
    {
        var section = string.Join(' ', Enumerable.Range(1, 8).Select(i => $"Satz {i} handelt von der Hundesteuer und kostet {i},00 Euro."));
        var choice = await ChooseAsync("Was kostet die Hundesteuer?", Article("hund", [.. Enumerable.Range(1, 9).SelectMany(i => (string[])[$"Teil {i}", $"Nummer {i}. {section.Replace("Satz", $"Satz {i}", StringComparison.Ordinal)}"])]));
        Assert.InRange(choice.Sections.Sum(s => s.WordCount), SectionChooser.MostWords / 2, SectionChooser.MostWords);
    }

    [Fact]
    public async Task A_sentence_that_two_articles_share_is_said_once()
    {
        const string contact = "Fragen zur Hundesteuer beantwortet das Steueramt.";
        var choice = await ChooseAsync("Was kostet die Hundesteuer?",
            Article("hund", "Kosten", $"Die Hundesteuer kostet 60,00 Euro. {contact}"), Article("liste", "Gefährliche Hunde", $"Die Hundesteuer kostet 600,00 Euro. {contact}"));
        Assert.Equal(2, choice.Sections.Count);
        Assert.Single(choice.Sections.SelectMany(s => s.Units), u => u.Text == contact);
    }

    [Fact]
    public async Task What_a_newer_article_has_overtaken_is_not_said()
    {
        var choice = await ChooseAsync("Was kostet die Hundesteuer?",
            Article("hund", "Kosten", "Die Hundesteuer kostet 60,00 Euro."), Article("alt", "Kosten", "Die Hundesteuer kostet 48,00 Euro.") with { IsOutdated = true });
        Assert.Equal(["hund"], choice.Sections.Select(s => s.Passage.ArticleId));
    }

    [Fact]
    public async Task What_citizens_call_a_thing_decides_between_articles_found_alike()
    {
        var (dog, bin) = (Article("hund", "Kosten", "Das kostet 60,00 Euro."), Article("tonne", "Kosten", "Das kostet 70,00 Euro."));
        using var embedder = OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));
        List<RetrievedPassage> found = [new(dog, 0.9), new(bin with { OtherNames = ["Mülltonne", "Müllabfuhr"] }, 0.899)];
        var ranked = await new ArticleRanking(embedder).OfAsync("Яка плата за вивіз сміття?", new InquiryResult(found, false, []), TestContext.Current.CancellationToken);
        Assert.Equal("tonne", ranked[0].Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_gets_its_section_though_others_hold_more_facts_unless_nothing_answers_it(bool unanswered)
    {
        var costs = Enumerable.Range(1, 9).SelectMany(i => (string[])[$"Was kostet der {i}. Hund?", string.Join(' ', Enumerable.Range(1, 4).Select(j => $"Die Hundesteuer für den {i}. Hund kostet im Jahr {j}{i},00 Euro."))]);
        using var embedder = OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));
        var request = Request("Was kostet die Hundesteuer für den ersten Hund und für jeden weiteren Hund? Und woher bekomme ich eine neue Marke?", [Article("hund", [.. costs, "Marke verloren", "Sie bekommen im Rathaus eine andere."])]);
        List<QuestionResult> questions = [.. request.Found.Questions.SkipLast(1), request.Found.Questions[^1] with { NoSource = unanswered }];
        var choice = await new SectionChooser(embedder).ChooseAsync(request with { Found = request.Found with { Questions = questions } }, TestContext.Current.CancellationToken);
        Assert.Equal(!unanswered, choice.Sections.Any(s => s.Heading == "Marke verloren"));
    }

    [Fact]
    public async Task Without_a_source_nothing_is_chosen_and_every_question_is_open()
    {
        var request = Request("Was kostet die Hundesteuer?", [Article("hund", "Kosten", "Die Hundesteuer kostet 60,00 Euro.")]);
        var choice = await chooser.ChooseAsync(request with { Found = request.Found with { NoSource = true } }, TestContext.Current.CancellationToken);
        Assert.Empty(choice.Sections);
        Assert.Equal("Was kostet die Hundesteuer?", Assert.Single(choice.Open).Text);
    }

    [Fact]
    public async Task Who_complains_and_asks_nothing_gets_a_short_answer()
    {
        var sections = Enumerable.Range(1, 5).SelectMany(part => (string[])
            [$"Teil {part}", string.Join(' ', Enumerable.Range(1, 8).Select(i => $"Satz {i} von {part} handelt von der Hundesteuer und kostet {i},00 Euro."))]);
        var request = Request("Die Hundesteuer ist viel zu hoch.", [Article("hund", [.. sections])]);
        var complaint = request with { Classification = request.Classification with { Kind = "beschwerde" } };
        var (asked, unasked) = (await chooser.ChooseAsync(request, TestContext.Current.CancellationToken), await chooser.ChooseAsync(complaint, TestContext.Current.CancellationToken));
        Assert.True(unasked.Sections.Sum(s => s.WordCount) < asked.Sections.Sum(s => s.WordCount));
    }

    private Task<Choice> ChooseAsync(string text, params Passage[] passages) =>
        chooser.ChooseAsync(Request(text, passages), TestContext.Current.CancellationToken);

    private static Passage Article(string id, params string[] headingsAndTexts)
    {
        var text = string.Join("\n\n", headingsAndTexts.Chunk(2).Select(s => $"## {s[0]}\n{s[1]}"));
        return new Passage($"{id}#1", id, id, headingsAndTexts[0], text, 0, text.Length, "steueramt", "hundesteuer");
    }

    // The first passage was found best, each further one a little worse.
    private static DraftRequest Request(string text, IReadOnlyList<Passage> passages)
    {
        var request = Case.Request(text);
        List<RetrievedPassage> found = [.. passages.Select((p, i) => new RetrievedPassage(p, 0.9 - (0.005 * i)))];
        var inquiry = new Inquiry("1", "", text);
        return request with
        {
            Inquiry = inquiry,
            Found = new InquiryResult(found, false, [.. QuestionFinder.Find(inquiry).Select(q => new QuestionResult(q, found, false))]),
        };
    }
}
