using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Retrieving;

/// <summary>Section "Knowledge".</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>Folder of the articles that are taken over at the first start; empty: data/knowledge.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Where the passages' vectors are kept from one start to the next; empty: "cache" in the storage folder.</summary>
    public string CacheFolder { get; set; } = "";

    /// <summary>Compare words alone, without the embedding model.</summary>
    public bool WordsAlone { get; init; }

    /// <summary>How often to look for what other instances released and for days that begin, in seconds (1 to 3600).</summary>
    [Range(1, 3600)]
    public int LookSeconds { get; init; } = 30;
}
