using Triage.Models.Inquiries;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>How the endpoint is spoken to.</summary>
public enum LanguageModelKind
{
    /// <summary>Any server with OpenAI's chat interface: Ollama, vLLM, llama.cpp, OpenAI.</summary>
    OpenAICompatible,

    /// <summary>Azure OpenAI; <see cref="LanguageModelOptions.Model"/> is the deployment's name.</summary>
    AzureOpenAI,
}

/// <summary>The language model that drafts, if any.</summary>
public sealed record LanguageModelOptions
{
    /// <summary>Base address, for example http://localhost:8080/v1 or https://NAME.openai.azure.com.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Name of the model or deployment.</summary>
    public required string Model { get; init; }

    /// <summary>Null: without a key (a server of one's own), or by Entra ID (Azure).</summary>
    public string? ApiKey { get; init; }

    public LanguageModelKind Kind { get; init; } = LanguageModelKind.OpenAICompatible;

    /// <summary>For the whole task, second attempt and waiting included. Default 90 seconds, 1 second to 10 minutes.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Most tokens of an answer; a long letter may take more to translate or simplify. Default 1500.</summary>
    public int MostTokens { get; init; } = 1500;

    /// <summary>Failures in a row after which the endpoint is left alone for a while. Default 4.</summary>
    public int FailuresBeforeBreak { get; init; } = 4;

    /// <summary>How long it is left alone. Default one minute.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Euros for a million tokens that the model reads. Default 0: costs are not counted.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>Euros for a million tokens that the model writes.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>Tone and length by the office's id; "default" is for all others.</summary>
    public IReadOnlyDictionary<string, ReplyStyle> Styles { get; init; } = new Dictionary<string, ReplyStyle>();

    /// <summary>How this office answers. Environment variables are often in capitals, and so case does not count.</summary>
    public ReplyStyle Style(string? office) => Named(office) ?? Named("default") ?? new ReplyStyle();

    /// <summary>What is wrong with the values, or null.</summary>
    public string? Problem() =>
        !Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("http" or "https") ? $"LanguageModel:Endpoint '{Endpoint}' is no http or https address."
        : string.IsNullOrWhiteSpace(Model) ? "LanguageModel:Model names no model."
        : Deadline < TimeSpan.FromSeconds(1) || Deadline > TimeSpan.FromMinutes(10) ? "LanguageModel:Deadline must lie between 1 second and 10 minutes."
        : InputPrice < 0 || OutputPrice < 0 ? "LanguageModel:InputPrice and OutputPrice must not be negative."
        : MostTokens < 100 ? "LanguageModel:MostTokens must be at least 100." : null;

    /// <summary>The first of <see cref="Styles"/> whose office the town does not have, with those it has; or null.</summary>
    public string? UnknownOffice(Municipality town)
    {
        ArgumentNullException.ThrowIfNull(town);
        string[] known = ["default", .. town.Departments.Select(d => d.Id).Order(StringComparer.Ordinal)];
        return Styles.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? $"LanguageModel:Styles names the office '{unknown}', which the town does not have. Known are: {string.Join(", ", known)}." : null;
    }

    private ReplyStyle? Named(string? office) => Styles.FirstOrDefault(s => string.Equals(s.Key, office, StringComparison.OrdinalIgnoreCase)).Value;
}
