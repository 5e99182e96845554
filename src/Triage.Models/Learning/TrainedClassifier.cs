using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>A router fresh from training: to be tried in memory, or written to a folder.</summary>
public sealed class TrainedClassifier
{
    private readonly RouterModel model;
    private readonly IReadOnlyList<TrainingExample> examples;
    private readonly TrainingOptions options;

    internal TrainedClassifier(
        RouterModel model, IReadOnlyList<TrainingExample> examples, TrainingOptions options, IReadOnlyDictionary<string, TrainingFigures> figures)
    {
        this.model = model;
        this.examples = examples;
        this.options = options;
        Figures = figures;
    }

    /// <summary>Held-out figures by the features used: "ngrams", "ngrams+embedding".</summary>
    public IReadOnlyDictionary<string, TrainingFigures> Figures { get; }

    /// <summary>The classifier, as <see cref="InquiryClassifier.Load"/> would give it after <see cref="Save"/>.</summary>
    public InquiryClassifier Classifier(ITextEmbedder? embedder, double target = InquiryClassifier.DefaultTarget) =>
        new(model, "router-unsaved", embedder, target);

    /// <summary>Writes model files, manifest.json and modelcard.md.</summary>
    public ModelManifest Save(string folder) => ModelFolder.Write(folder, model, Describe, ModelCard.Write);

    private ModelManifest Describe(string version, Dictionary<string, string> files) => new(
        ModelFolder.Format, version, DataHash(), examples.Count, options.Seed, model.Embedding?.ModelId,
        new Dictionary<string, string>
        {
            ["Microsoft.ML"] = PackageVersion(typeof(MLContext)),
            ["Microsoft.ML.OnnxRuntime"] = PackageVersion(typeof(InferenceSession)),
        },
        Figures, files);

    private string DataHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', examples.Concat(options.Hints).Select(e => JsonSerializer.Serialize(e, JsonSerializerOptions.Web))))));

    private static string PackageVersion(Type type) =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion?.Split('+')[0] ?? "";
}
