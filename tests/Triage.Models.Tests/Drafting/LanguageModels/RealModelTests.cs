using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;

namespace Triage.Models.Tests.Drafting.LanguageModels;

/// <summary>What holds whatever a model writes, tried on one that makes up facts freely.</summary>
public sealed class RealModelTests(RealModel real) : IClassFixture<RealModel>
{
    private const string Name = "small";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("Was kostet der neue Ausweis?")]
    [InlineData("Bis wann muss ich mich melden, wohin überweise ich, und wie viel?")]
    public async Task A_draft_is_refused_with_the_reason_or_each_fact_without_a_source_is_marked(string question)
    {
        using var endpoint = Endpoint();
        var request = Case.Request($"{question}\nViele Grüße\nSvantje Ohmstede");

        var result = await DraftAsync(request, endpoint, Long);

        Assert.Equal(result.FallbackReason is null ? Name : ReplyComposer.Model, result.Draft.Model);
        Assert.InRange(result.Use!.Requests, 1, 2);
        Assert.True(result.Use is { InputTokens: > 100, OutputTokens: > 0 }, "The endpoint counts tokens, refused answers included.");
        Assert.All(InventedFacts.Of(result.Draft, request), f => Assert.True(InventedFacts.IsMarked(f, result.Draft), $"'{f.Value}' in: {result.Draft.Text}"));
    }

    // Few of its answers have the shape that is asked for; what it says of itself is put into that shape here.
    [Theory]
    [InlineData("Wie hoch ist die Gebühr und bis wann ist sie zu zahlen?")]
    [InlineData("Wann hat das Amt offen, und wie ist die Nummer?")]
    [InlineData("Nenne die Preise für Kinder, Erwachsene und Senioren.")]
    [InlineData("An welche E-Mail-Adresse und welche Anschrift schreibe ich?")]
    public async Task What_it_makes_up_freely_is_marked_as_well(string question)
    {
        using var endpoint = Endpoint();
        var said = await SaysAsync(endpoint, question) + "\n\nDie Mahnung kostet 987,65 Euro.";
        var answer = JsonSerializer.Serialize(new { paragraphs = new[] { new { text = said, passages = new[] { "A" } } }, openQuestions = Array.Empty<string>() });
        using var replay = new ScriptedEndpoint(ScriptedEndpoint.Streams(answer));
        var request = Case.Request();

        var result = await DraftAsync(request, replay, Long);

        Assert.Null(result.FallbackReason);
        var invented = InventedFacts.Of(result.Draft, request);
        Assert.Contains(invented, f => f.Value == "987");
        Assert.All(invented, f => Assert.True(InventedFacts.IsMarked(f, result.Draft), $"'{f.Value}' in: {said}"));
    }

    [Fact]
    public async Task No_personal_data_reaches_it()
    {
        using var endpoint = Endpoint();
        string[] personal = ["Svantje", "Ohmstede", "Hafenkante 12", "0171 2345678", "s.ohmstede@post.example", "DE02 1203 0000 0000 2020 51"];

        await DraftAsync(
            Case.Request($"Was kostet der neue Ausweis? Ich wohne in der {personal[2]}, Telefon {personal[3]}, Mail {personal[4]}, IBAN {personal[5]}.\nViele Grüße\nSvantje Ohmstede"),
            endpoint, Long);

        Assert.NotEmpty(endpoint.Sent);
        Assert.All(endpoint.Sent, sent => Assert.Contains("Was kostet der neue Ausweis?", Read(sent), StringComparison.Ordinal));
        Assert.All(endpoint.Sent, sent => Assert.All(personal, p => Assert.DoesNotContain(p, Read(sent), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_deadline_holds()
    {
        using var endpoint = Endpoint();
        var clock = Stopwatch.StartNew();

        var result = await DraftAsync(Case.Request(), endpoint, TimeSpan.FromSeconds(1), mostTokens: 1500);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(result.FallbackReason is null ? Name : ReplyComposer.Model, result.Draft.Model);
    }

    private RecordingEndpoint Endpoint()
    {
        Assert.SkipWhen(real.Address is null, real.Missing);
        return new RecordingEndpoint();
    }

    private async Task<DraftResult> DraftAsync(DraftRequest request, HttpMessageHandler endpoint, TimeSpan deadline, int mostTokens = 200)
    {
        var options = new LanguageModelOptions { Endpoint = real.Address!, Model = Name, Deadline = deadline, MostTokens = mostTokens };
        using var model = new LanguageModel(options, endpoint, TimeProvider.System);
        return (await new ReplyDrafter(new ReplyComposer(null), new LanguageModelDrafter(model, new ReplyComposer(null))).DraftAsync(request, null, TestContext.Current.CancellationToken))!;
    }

    private async Task<string> SaysAsync(HttpMessageHandler endpoint, string question)
    {
        using var client = new HttpClient(endpoint, disposeHandler: false);
        using var response = await client.PostAsJsonAsync(
            $"{real.Address}/chat/completions", new { max_tokens = 60, messages = new[] { new { role = "user", content = question } } }, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return answer!["choices"]![0]!["message"]!["content"]!.GetValue<string>();
    }

    // As the model reads it: umlauts are escaped on the way.
    private static string Read(string sent) => string.Join('\n', JsonNode.Parse(sent)!["messages"]!.AsArray().Select(m => m!["content"]!.GetValue<string>()));

    private sealed class RecordingEndpoint() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
