using System.ComponentModel.DataAnnotations;
using Triage.Models.Inquiries;

namespace Triage.Service.Triaging;

/// <summary>Section "Triaging".</summary>
internal sealed class TriagingOptions
{
    /// <summary>Folder of the router; empty: <c>data/models/router</c>.</summary>
    public string ModelFolder { get; init; } = "";

    /// <summary>Folder of the embedding model; empty: <c>data/models/embedding</c>.</summary>
    public string EmbeddingFolder { get; init; } = "";

    /// <summary>Where the router lies that came with the program.</summary>
    public string Folder => ModelFolder.Length > 0 ? Path.GetFullPath(ModelFolder) : Path.Combine(DataFolder.Find(), "models", "router");

    /// <summary>Where the embedding model lies.</summary>
    public string FolderOfEmbedding => EmbeddingFolder.Length > 0 ? Path.GetFullPath(EmbeddingFolder) : Path.Combine(DataFolder.Find(), "models", "embedding");

    /// <summary>Share of the routed cases that must be right; the rest goes to "Zu klären" (0.5 to 0.999).</summary>
    [Range(0.5, 0.999)]
    public double TargetAccuracy { get; init; } = 0.95;
}
