using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Grounding;

/// <summary>
/// How near a sentence's meaning is to the nearest source sentence, on the scale of word coverage. The scale was measured
/// for the shipped model, whose cosines lie between 0.82 (strangers) and 1; another model is not asked.
/// </summary>
internal sealed partial class Meaning(ITextEmbedder embedder, IReadOnlyList<TextUnit> sources)
{
    private const string CalibratedFor = "multilingual-e5-small";
    private const double Zero = 0.9;
    private const double Slope = 10;

    // A draft is checked again after each edit: most of its sentences are the same.
    private readonly ConcurrentDictionary<string, float[]> known = [];

    public static bool IsCalibratedFor(ITextEmbedder embedder) => embedder.ModelId.StartsWith(CalibratedFor, StringComparison.Ordinal);

    /// <summary>For each sentence its nearness to every source unit: below 0 for strangers, 1 for the same sentence.</summary>
    public async Task<IReadOnlyList<double[]>> NearnessAsync(IReadOnlyList<TextUnit> sentences, CancellationToken cancellation)
    {
        var texts = sources.Select(Plain).ToList();
        var asked = sentences.Select(Plain).ToList();
        List<string> unknown = [.. texts.Concat(asked).Distinct().Where(t => !known.ContainsKey(t))];
        var vectors = unknown.Count == 0 ? [] : await embedder.EmbedAsync(unknown, EmbeddingRole.Query, cancellation);
        for (var i = 0; i < unknown.Count; i++)
        {
            known[unknown[i]] = vectors[i];
        }

        return [.. asked.Select(text => texts.Select(source => Nearness(known[text], known[source])).ToArray())];
    }

    private static double Nearness(float[] one, float[] other) => Slope * (TensorPrimitives.Dot<float>(one, other) - Zero);

    private static string Plain(TextUnit unit) => Decoration().Replace($"{unit.Introduction} {unit.Text}", string.Empty).ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"\[[A-Z]{1,2}\]|[*_#|`]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decoration();
}
