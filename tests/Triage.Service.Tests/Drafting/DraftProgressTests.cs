using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Tests.Drafting.LanguageModels;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting;

/// <summary>While a language model drafts, the case's page tells how far it is, and never what it has said.</summary>
public sealed class DraftProgressTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Secret = "Zwetschgenmarke";
    private const string Done = "Die Arbeit am Entwurf ist beendet.";
    private static readonly string Answer = $$"""{"paragraphs":[{"text":"{{Secret}}, bitte melden Sie den Hund ab.","passages":["A"]}],"openQuestions":[]}""";

    [Fact]
    public async Task The_page_tells_that_the_model_is_asked_again_and_at_last_that_it_is_done()
    {
        var (first, second) = (new Gate(), new Gate());
        using var endpoint = new ScriptedEndpoint(
            async stop => await first.PassAsync(ScriptedEndpoint.Streams("kein JSON"), stop),
            async stop => await second.PassAsync(ScriptedEndpoint.Streams(Answer), stop));
        await using var host = await ServiceHost.StartAsync(services: s => Model(s, endpoint));
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync(host);

        await first.Reached.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var page = await clerk.GetAsync($"/vorgang/{id}");
        Assert.StartsWith("Das Sprachmodell ist gefragt", page.Document.QuerySelector("[data-coming][aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sie können schon selbst schreiben", page.Text, StringComparison.Ordinal);

        first.Open();
        await second.Reached.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var (coming, words) = await StateAsync(clerk, page);
        Assert.True(coming);
        Assert.StartsWith("Der erste Versuch ist gescheitert. Zweiter Versuch: Das Sprachmodell ist gefragt", words, StringComparison.Ordinal);

        second.Open();
        await host.PipelineIdleAsync();
        (coming, words) = await StateAsync(clerk, page);
        Assert.False(coming);
        Assert.StartsWith(Done, words, StringComparison.Ordinal);
        var ready = await clerk.GetAsync($"/vorgang/{id}");
        Assert.Null(ready.Document.QuerySelector("[data-coming]"));
        Assert.Contains(Secret, ready.Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelStage.Waiting, "Das Sprachmodell ist gefragt und hat noch nicht geantwortet.")]
    [InlineData(ModelStage.Writing, "Das Sprachmodell schreibt.")]
    [InlineData(ModelStage.Checking, "Der Entwurf ist geschrieben und wird geprüft.")]
    public void Each_stage_has_its_words_until_the_draft_is_done(ModelStage stage, string words)
    {
        var all = new DraftsInWork(TimeProvider.System);
        using (var run = all.Begin(7))
        {
            Assert.Null(all.Words(7));
            run.Report(new ModelProgress(stage, 1, TimeSpan.FromSeconds(90)));
            Assert.Equal((words, null), (all.Words(7), all.Words(8)));
        }

        Assert.Null(all.Words(7));
    }

    [Fact]
    public void The_time_since_the_first_question_is_told_in_steps_of_ten_seconds()
    {
        var clock = new Stopwatch();
        var all = new DraftsInWork(clock);
        using var run = all.Begin(7);
        run.Report(new ModelProgress(ModelStage.Waiting, 1, TimeSpan.FromSeconds(90)));
        clock.Seconds = 29;
        run.Report(new ModelProgress(ModelStage.Writing, 2, TimeSpan.FromSeconds(90)));

        Assert.Equal("Der erste Versuch ist gescheitert. Zweiter Versuch: Das Sprachmodell schreibt. Bisher 20 von höchstens 90 Sekunden.", all.Words(7));
    }

    [Fact]
    public async Task Nothing_that_was_written_is_shown_before_all_of_it_is_checked()
    {
        var stream = new HalfAnswer($$"""{"paragraphs":[{"text":"{{Secret}}""");
        using var endpoint = new ScriptedEndpoint(_ => Task.FromResult(stream.Response));
        await using var host = await ServiceHost.StartAsync(services: s => Model(s, endpoint));
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync(host);

        var page = await UntilAsync(() => clerk.GetAsync($"/vorgang/{id}"), p => p.Text.Contains("Das Sprachmodell schreibt.", StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await StateAsync(clerk, page)).Words, StringComparison.Ordinal);

        stream.Break();
        await host.PipelineIdleAsync();
        Assert.DoesNotContain(Secret, (await clerk.GetAsync($"/vorgang/{id}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_follows_by_itself_and_leaves_what_is_typed()
    {
        var gate = new Gate();
        using var endpoint = new ScriptedEndpoint(async stop => await gate.PassAsync(ScriptedEndpoint.Streams(Answer), stop));
        await using var host = await ServiceHost.StartAsync(services: s => Model(s, endpoint));
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await ReceiveAsync(host);
        await gate.Reached.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync(host, clerk);
        await page.GotoAsync(new Uri(host.Address, $"/vorgang/{id}").ToString());
        await page.GetByLabel("Text der Antwort").FillAsync("Selbst geschrieben");

        gate.Open();
        await page.GetByText(Done).WaitForAsync();

        Assert.Equal("Selbst geschrieben", await page.GetByLabel("Text der Antwort").InputValueAsync());
        Assert.DoesNotContain(Secret, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blind_page_tells_nothing_of_a_draft()
    {
        await using var host = await ServiceHost.StartAsync();
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", null, blind: true);

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/vorgang/{id}/entwurf")).Status);
    }

    private static void Model(IServiceCollection services, HttpMessageHandler endpoint) => services
        .AddSingleton(new LanguageModel(new LanguageModelOptions { Endpoint = new Uri("http://model.example/v1"), Model = "m" }, endpoint, TimeProvider.System))
        .AddSingleton<LanguageModelDrafter>();

    private static async Task<long> ReceiveAsync(ServiceHost host)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Some.Mail("Frage zur Hundesteuer", "Guten Tag,\n\nwie melde ich meinen Hund ab?").ReplaceLineEndings("\r\n"));
        var message = new IncomingMessage { Key = Guid.NewGuid().ToString("N"), OpenRaw = () => new MemoryStream(bytes, writable: false) };
        await host.InScopeAsync(s => s.GetRequiredService<InquiryStore>().AcceptAsync("folder", message, CancellationToken.None));
        return await UntilAsync(
            () => host.InDatabaseAsync(db => db.Cases.Select(c => (long?)c.Id).SingleOrDefaultAsync()), id => id is not null) ?? 0;
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Predicate<T> enough)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await ask() is var answer && enough(answer))
            {
                return answer;
            }

            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It did not happen within a minute.");
    }

    private static async Task<(bool Coming, string Words)> StateAsync(Visitor clerk, Answer page)
    {
        using var state = JsonDocument.Parse(await clerk.Http.GetStringAsync(new Uri(page.Document.QuerySelector("[data-coming]")!.GetAttribute("data-coming")!, UriKind.Relative)));
        return (state.RootElement.GetProperty("coming").GetBoolean(), state.RootElement.GetProperty("words").GetString()!);
    }

    private sealed class Stopwatch : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
