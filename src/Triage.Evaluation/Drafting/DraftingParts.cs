using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Drafting;

/// <summary>The shipped parts that drafting uses when they are there.</summary>
internal static class DraftingParts
{
    /// <summary>The shipped embedding, or null when it is not installed.</summary>
    public static OnnxEmbedder? Embedder()
    {
        var folder = Path.Combine(DataFolder.Find(), "models", "embedding");
        return File.Exists(Path.Combine(folder, "model.onnx")) ? OnnxEmbedder.Load(folder) : null;
    }
}
