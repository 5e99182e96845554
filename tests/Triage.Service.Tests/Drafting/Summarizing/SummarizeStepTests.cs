using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting.Summarizing;

/// <summary>A long history in a language model's words, each sentence with the mail that it rests on.</summary>
public sealed class SummarizeStepTests : IAsyncLifetime
{
    private const string Summary = """{"sentences":[{"text":"[NAME_1] fragt nach der Hundesteuer.","mails":["1"]},{"text":"Sie hat etwas nachgereicht.","mails":["2","3"]}]}""";

    private static readonly (MessageDirection Direction, string Text)[] Earlier =
    [
        (MessageDirection.In, "Guten Tag,\n\nmein Hund ist gestorben. Bekomme ich die Hundesteuer zurück?\n\nViele Grüße\nSvantje Ohmstede"),
        (MessageDirection.Out, "Guten Tag,\n\nbitte reichen Sie uns die Bescheinigung des Tierarztes nach."),
        (MessageDirection.In, "Die Bescheinigung des Tierarztes liegt bei."),
    ];

    private readonly AnsweringEndpoint endpoint = new();
    private ServiceHost host = null!;

    public async ValueTask InitializeAsync() => host = await endpoint.HostAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        endpoint.Dispose();
    }

    [Fact]
    public async Task Each_sentence_links_the_mails_it_rests_on_and_names_stay_in_the_house()
    {
        var (id, earlier) = await SummarizedAsync(Summary);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);

        var section = (await clerk.GetAsync($"/vorgang/{id}")).Document.QuerySelector("section[aria-labelledby=h-bisher]")!;

        Assert.Contains("Ein Sprachmodell hat", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("Svantje Ohmstede fragt nach der Hundesteuer.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(new[] { earlier[0], earlier[1], earlier[2] }.Select(m => $"#nachricht-{m}"), section.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("Ohmstede", endpoint.Requests[^1], StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.ModelUses.CountAsync(u => u.CaseId == id && u.Prompt == "summary.v1" && u.OutputTokens == 20)));
    }

    [Theory]
    [InlineData("kein JSON")]
    [InlineData("""{"sentences":[{"text":"Es geht um einen Hund.","mails":["9"]}]}""")]
    public async Task Without_a_usable_answer_literal_sentences_are_chosen(string answer)
    {
        var (id, _) = await SummarizedAsync(answer);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);

        var section = (await clerk.GetAsync($"/vorgang/{id}")).Document.QuerySelector("section[aria-labelledby=h-bisher]")!;

        Assert.Contains("wörtliche Sätze", section.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(section.QuerySelectorAll("blockquote"));
    }

    [Fact]
    public async Task It_is_not_shown_for_other_messages_than_it_was_made_of()
    {
        var (id, _) = await SummarizedAsync(Summary);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        await host.HistoryAsync(id, (MessageDirection.Out, "Guten Tag,\n\nwir haben noch eine Frage zu Ihrem Hund und seiner Steuermarke."));

        Assert.Contains("wörtliche Sätze", (await clerk.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_AI_gets_none_and_nothing_is_asked()
    {
        var (id, _) = await SummarizedAsync(Summary, withoutAi: true);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);

        Assert.DoesNotContain("Worum es bisher ging", (await clerk.GetAsync($"/vorgang/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(endpoint.Requests, r => r.Contains("nachricht zeichen", StringComparison.Ordinal));
    }

    // A mail goes through the pipeline, gets its history, and its last step is done again.
    private async Task<(long Id, IReadOnlyList<long> Earlier)> SummarizedAsync(string answer, bool withoutAi = false)
    {
        endpoint.Says(answer);
        var id = await host.ReceiveAsync("From: Svantje Ohmstede <s.ohmstede@mail.example>\nTo: stadt@musterstadt.example\nSubject: Hundesteuer\nMessage-ID: <1@mail.example>\nContent-Type: text/plain; charset=utf-8\n\nGuten Tag, wann kommt mein Geld?\n");
        var earlier = await host.HistoryAsync(id, Earlier);
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithoutAi, withoutAi)));
        await host.InDatabaseAsync(db => db.Work.Where(w => w.Step == PipelineStep.Summarize).ExecuteUpdateAsync(w => w.SetProperty(x => x.State, WorkState.Ready).SetProperty(x => x.NotBefore, DateTimeOffset.UnixEpoch)));
        await host.PipelineIdleAsync();
        return (id, earlier);
    }
}
