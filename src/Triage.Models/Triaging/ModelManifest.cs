using Triage.Models.Learning;

namespace Triage.Models.Triaging;

/// <summary>What a router was made of and by: manifest.json in its folder.</summary>
/// <param name="Format">Version of the file formats; another one is refused.</param>
/// <param name="Version">Name of this router, from the hashes of its files.</param>
/// <param name="DataSha256">SHA-256 of the training examples.</param>
/// <param name="Rows">Number of training examples.</param>
/// <param name="Seed">The seed of training.</param>
/// <param name="Embedding">The embedding model it was trained with, or null.</param>
/// <param name="Packages">Versions of the packages that trained it.</param>
/// <param name="Figures">Held-out figures, with the embedding and on n-grams alone.</param>
/// <param name="Files">SHA-256 of every model file, checked before it is loaded.</param>
public sealed record ModelManifest(
    int Format,
    string Version,
    string DataSha256,
    int Rows,
    int Seed,
    string? Embedding,
    IReadOnlyDictionary<string, string> Packages,
    IReadOnlyDictionary<string, TrainingFigures> Figures,
    IReadOnlyDictionary<string, string> Files);
