using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Tests.Drafting.LanguageModels;

namespace Triage.Service.Tests.Support;

/// <summary>A language model's endpoint that says what a test told it last, and remembers what it was asked.</summary>
internal sealed class AnsweringEndpoint : HttpMessageHandler
{
    private string answer = "";

    /// <summary>What was sent, as the model reads it: umlauts are escaped on the way.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What happens while the model writes.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public void Says(string text) => answer = text;

    /// <summary>A host whose language model this is.</summary>
    public Task<ServiceHost> HostAsync() => ServiceHost.StartAsync(
        new Dictionary<string, string> { ["LanguageModel:Endpoint"] = "http://model.example/v1", ["LanguageModel:Model"] = "m" },
        services: s => s.AddSingleton(p => new LanguageModel(
            new LanguageModelOptions { Endpoint = new Uri("http://model.example/v1"), Model = "m", Deadline = TimeSpan.FromSeconds(10), FailuresBeforeBreak = 100, InputPrice = 2000, OutputPrice = 8000 },
            this, p.GetRequiredService<TimeProvider>())));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(System.Text.RegularExpressions.Regex.Unescape(await request.Content!.ReadAsStringAsync(cancellationToken)));
        await Meanwhile();
        return await ScriptedEndpoint.Streams(answer)(cancellationToken);
    }
}
