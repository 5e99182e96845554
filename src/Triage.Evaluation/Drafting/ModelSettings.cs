using Triage.Models.Drafting.LanguageModels;

namespace Triage.Evaluation.Drafting;

/// <summary>The language model's settings from the environment, under the service's names (LanguageModel__Endpoint and so on).</summary>
internal static class ModelSettings
{
    /// <exception cref="InvalidDataException">There are none, or they are wrong.</exception>
    public static LanguageModelOptions Read()
    {
        if (!Uri.TryCreate(Value("Endpoint"), UriKind.Absolute, out var endpoint) || Value("Model") is not { Length: > 0 } model)
        {
            throw new InvalidDataException("No language model is configured: set LanguageModel__Endpoint and LanguageModel__Model.");
        }

        var options = new LanguageModelOptions
        {
            Endpoint = endpoint,
            Model = model,
            ApiKey = Value("ApiKey"),
            Kind = Enum.TryParse<LanguageModelKind>(Value("Kind"), out var kind) ? kind : LanguageModelKind.OpenAICompatible,
        };
        return options.Problem() is { } problem ? throw new InvalidDataException(problem) : options;
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable($"LanguageModel__{name}");
}
