using Triage.Models.Summarizing;
using Triage.Models.Tests.Drafting.LanguageModels;

namespace Triage.Models.Tests.Summarizing;

public sealed class ThreadSummarizerTests
{
    private static readonly Senders Nobody = new([], []);
    private static readonly string[] Thread =
    [
        "Guten Tag, die Laterne vor der Schule ist seit Montag dunkel. Viele Grüße, Svantje Ohmstede",
        "Guten Tag, wir haben die Stadtwerke gebeten, die Laterne bis zum 12. Mai zu reparieren.",
        "Guten Tag, die Laterne ist immer noch dunkel. Wann passiert etwas?",
    ];

    [Fact]
    public async Task Each_sentence_names_its_messages_and_names_come_back()
    {
        using var model = ScriptedModel.Says("""{"sentences":[{"text":"[NAME_1] meldet eine dunkle Laterne.","mails":["1","3"]},{"text":"Die Reparatur war bis zum 12. Mai zugesagt.","mails":["2"]}]}""");

        var result = await SummarizeAsync(model);

        Assert.Null(result!.Reason);
        Assert.Equal(["Svantje Ohmstede meldet eine dunkle Laterne.", "Die Reparatur war bis zum 12. Mai zugesagt."], result.Sentences.Select(s => s.Text));
        Assert.Equal([[0, 2], [1]], result.Sentences.Select(s => s.Messages));
        Assert.DoesNotContain("Ohmstede", model.Sent, StringComparison.Ordinal);
        Assert.Equal(1, result.Use.Requests);
    }

    [Fact]
    public async Task A_name_that_one_message_or_a_signature_tells_is_masked_in_all()
    {
        using var model = ScriptedModel.Says("""{"sentences":[{"text":"Die Laterne ist dunkel.","mails":["1"]}]}""");
        string[] thread = [Thread[0], "Ohmstede, Quorn und Ubben haben angerufen.", new string('a', 1_990) + " Gruß Tjark Pelleboer"];

        await new ThreadSummarizer(model.Model).SummarizeAsync(thread, new Senders(["Wiebkea Ubben"], ["Viele Grüße\nWubbo Quorn"]), TestContext.Current.CancellationToken);

        foreach (var personal in (string[])["Ohmstede", "Quorn", "Ubben", "Tja"])
        {
            Assert.DoesNotContain(personal, model.Sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_only_a_signature_tells_is_masked()
    {
        string[] thread = [Thread[1], "Nach Auskunft von Drögemöller ist das Kabel defekt.", Thread[2]];
        using var without = ScriptedModel.Says("{}");
        using var with = ScriptedModel.Says("{}");

        await new ThreadSummarizer(without.Model).SummarizeAsync(thread, Nobody, TestContext.Current.CancellationToken);
        await new ThreadSummarizer(with.Model).SummarizeAsync(thread, new Senders([], ["Viele Grüße\nWubbo Drögemöller"]), TestContext.Current.CancellationToken);

        Assert.Contains("Drögemöller", without.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Drögemöller", with.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Die Reparatur war bis zum 21. Mai zugesagt.", "2")]
    [InlineData("Die Reparatur war bis zum 12. Mai zugesagt.", "3")]
    [InlineData("Die Reparatur kostet 300 Euro.", "2")]
    public async Task A_sentence_whose_facts_do_not_stand_in_the_message_it_cites_is_left_out(string sentence, string mail)
    {
        using var model = ScriptedModel.Says($$"""{"sentences":[{"text":"{{sentence}}","mails":["{{mail}}"]},{"text":"Die Laterne ist dunkel.","mails":["1"]}]}""");

        Assert.Equal("Die Laterne ist dunkel.", Assert.Single((await SummarizeAsync(model))!.Sentences).Text);
    }

    [Theory]
    [InlineData("""{"sentences":[{"text":"Die Laterne ist dunkel.","mails":["7"]}]}""")]
    [InlineData("""{"sentences":[{"text":"Die Laterne ist dunkel.","mails":[]}]}""")]
    [InlineData("""{"sentences":[{"text":"[NAME_8] ist verärgert.","mails":["1"]}]}""")]
    [InlineData("""{"sentences":[{"text":"Es kostet 300 Euro.","mails":["1"]}]}""")]
    [InlineData("""{"sentences":[]}""")]
    [InlineData("Die Laterne")]
    public async Task An_unknown_citation_or_nothing_sound_refuses_the_whole(string answer)
    {
        using var model = ScriptedModel.Says(answer);

        var result = await SummarizeAsync(model);

        Assert.Empty(result!.Sentences);
        Assert.NotNull(result.Reason);
        Assert.Equal(2, model.Endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_short_history_is_not_sent()
    {
        using var model = ScriptedModel.Says("{}");

        Assert.Null(await new ThreadSummarizer(model.Model).SummarizeAsync(Thread[..2], Nobody, default));
        Assert.Empty(model.Endpoint.Requests);
    }

    private static Task<SummaryResult?> SummarizeAsync(ScriptedModel model) =>
        new ThreadSummarizer(model.Model).SummarizeAsync(Thread, Nobody, TestContext.Current.CancellationToken);
}
