using Triage.Models.Drafting.LanguageModels;

namespace Triage.Models.Tests.Drafting.LanguageModels;

/// <summary>A language model that says what a test lets it say.</summary>
internal sealed class ScriptedModel(params Func<CancellationToken, Task<HttpResponseMessage>>[] script) : IDisposable
{
    private LanguageModel? model;

    public ScriptedEndpoint Endpoint { get; } = new(script);

    /// <summary>What was sent, as the model reads it: umlauts are escaped on the way.</summary>
    public string Sent => System.Text.RegularExpressions.Regex.Unescape(string.Join('\n', Endpoint.Requests));

    public LanguageModel Model => model ??= new LanguageModel(
        new LanguageModelOptions { Endpoint = new Uri("http://model.example/v1"), Model = "m", Deadline = TimeSpan.FromSeconds(3), InputPrice = 2, OutputPrice = 8 },
        Endpoint, TimeProvider.System);

    public static ScriptedModel Says(params string[] answers) => new([.. answers.Select(a => ScriptedEndpoint.Streams(a))]);

    public void Dispose()
    {
        model?.Dispose();
        Endpoint.Dispose();
    }
}
