using System.Security.Cryptography;
using System.Text;

namespace Triage.Service.Retrieving.Embedding;

/// <summary>Section "Embedding": another embedding model for the search than the shipped one. It is read anew when the settings change.</summary>
internal sealed record EmbeddingOptions
{
    /// <summary>Base address with OpenAI's interface, for example http://localhost:11434/v1; empty: the shipped model.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Name of the model, as the endpoint calls it.</summary>
    public string Model { get; init; } = "";

    /// <summary>Sent as bearer token; empty: none.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Put before a question, where the model was trained so ("query: ").</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put before a passage, where the model was trained so ("passage: ").</summary>
    public string PassagePrefix { get; init; } = "";

    /// <summary>Longer texts are cut (500 to 30,000). German has about three characters a token, and small models read 512 tokens.</summary>
    public int MostCharacters { get; init; } = 1500;

    /// <summary>Longest wait for a question's vector, in seconds (1 to 120); a request with 16 passages may take six times as long.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Tells apart whatever gives other vectors; the key and the waiting do not.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Endpoint, Model, QueryPrefix, PassagePrefix, MostCharacters))))[..8];

    /// <summary>The model and where it runs, for people.</summary>
    public string Name => $"{Model} unter {new Uri(Endpoint).Authority}";

    /// <summary>What is wrong with the values, or null.</summary>
    public string? Problem() =>
        !Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? "Embedding:Endpoint is no http or https address. Write for example http://localhost:11434/v1, or leave it empty for the shipped model."
        : uri.UserInfo.Length > 0 ? "Embedding:Endpoint holds a name or password. Write the key into Embedding:ApiKey."
        : string.IsNullOrWhiteSpace(Model) ? "Embedding:Model names no model."
        : MostCharacters is < 500 or > 30_000 ? "Embedding:MostCharacters must lie between 500 and 30000."
        : TimeoutSeconds is < 1 or > 120 ? "Embedding:TimeoutSeconds must lie between 1 and 120." : null;

    // A record prints its members; the key must not come into a log that way.
    public override string ToString() => Endpoint.Length == 0 ? "shipped" : $"{Model} at {Endpoint}";
}
