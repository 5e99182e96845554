using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>Section "Qdrant".</summary>
internal sealed partial class QdrantOptions
{
    /// <summary>Base address of its REST interface, for example http://localhost:6333; empty: the search within this process.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>Sent as header "api-key"; empty: none.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The alias that is searched. Two installations on one Qdrant need two names.</summary>
    public string Collection { get; init; } = "triage";

    /// <summary>Longest wait for the answer to a search, in seconds (1 to 60). Writing may take twelve times as long.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>What is wrong with the values, or null.</summary>
    public string? Problem() =>
        !Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? "Qdrant:Endpoint is no http or https address. Write for example http://localhost:6333, or leave it empty to search without Qdrant."
        : uri.UserInfo.Length > 0 ? "Qdrant:Endpoint holds a name or password. Write the key into Qdrant:ApiKey."
        : !Name().IsMatch(Collection) ? $"Qdrant:Collection '{Collection}' must be lower-case letters, digits, - and _, at most 60." : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,59}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
