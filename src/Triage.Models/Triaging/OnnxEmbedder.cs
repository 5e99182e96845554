using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace Triage.Models.Triaging;

/// <summary>
/// The sentence embedding shipped under data/models/embedding (multilingual-e5-small, 384 numbers, MIT), run in process
/// by ONNX Runtime. Load it once; it may be used from several threads. Texts over 512 tokens are cut.
/// </summary>
public sealed class OnnxEmbedder : ITextEmbedder, IDisposable
{
    private const int TokensInBatch = 2048;
    private readonly InferenceSession session;
    private readonly EmbeddingTokens tokens;

    private OnnxEmbedder(InferenceSession session, EmbeddingTokens tokens, string modelId)
    {
        this.session = session;
        this.tokens = tokens;
        ModelId = modelId;
        Dimensions = session.OutputMetadata["embedding"].Dimensions[^1];
    }

    public int Dimensions { get; }

    public string ModelId { get; }

    /// <summary>Reads model.onnx and tokenizer.model from the folder.</summary>
    /// <exception cref="FileNotFoundException">One of them is missing.</exception>
    /// <exception cref="InvalidDataException">One of them is damaged.</exception>
    public static OnnxEmbedder Load(string folder, int threads = 0)
    {
        var model = Path.Combine(folder, "model.onnx");
        var vocabulary = Path.Combine(folder, "tokenizer.model");
        var hash = Hash(model, vocabulary);
        try
        {
            using var options = new SessionOptions
            {
                IntraOpNumThreads = threads > 0 ? threads : Environment.ProcessorCount,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            };
            return new OnnxEmbedder(new InferenceSession(model, options), new EmbeddingTokens(vocabulary), $"multilingual-e5-small-{hash}");
        }
        catch (Exception e) when (e is OnnxRuntimeException or Google.Protobuf.InvalidProtocolBufferException)
        {
            throw new InvalidDataException($"The embedding model in '{folder}' cannot be read: {e.Message}", e);
        }
    }

    public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
        Task.Run(() => Embed(texts, role, cancellation), cancellation);

    public void Dispose() => session.Dispose();

    internal int[] TokenIds(string prefixed) => tokens.Encode(prefixed);

    private float[][] Embed(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        var prefix = role == EmbeddingRole.Query ? "query: " : "passage: ";
        var encoded = texts.Select(t => tokens.Encode(prefix + t)).ToArray();
        var vectors = new float[texts.Count][];
        foreach (var batch in Batches(encoded))
        {
            cancellation.ThrowIfCancellationRequested();
            Run(batch, encoded, vectors);
        }

        return vectors;
    }

    // Texts of like length together, so that little is computed for padding.
    private static IEnumerable<int[]> Batches(int[][] encoded)
    {
        var batch = new List<int>();
        foreach (var index in Enumerable.Range(0, encoded.Length).OrderBy(i => encoded[i].Length))
        {
            if (batch.Count > 0 && (batch.Count + 1) * encoded[index].Length > TokensInBatch)
            {
                yield return [.. batch];
                batch.Clear();
            }

            batch.Add(index);
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    private void Run(int[] batch, int[][] encoded, float[][] vectors)
    {
        var width = batch.Max(i => encoded[i].Length);
        var ids = new long[batch.Length * width];
        var mask = new long[ids.Length];
        Array.Fill(ids, EmbeddingTokens.Padding);
        for (var row = 0; row < batch.Length; row++)
        {
            var text = encoded[batch[row]];
            for (var i = 0; i < text.Length; i++)
            {
                ids[row * width + i] = text[i];
                mask[row * width + i] = 1;
            }
        }

        long[] shape = [batch.Length, width];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var run = new RunOptions();
        using var output = session.Run(run, ["input_ids", "attention_mask"], [idValue, maskValue], ["embedding"]);
        var numbers = output[0].GetTensorDataAsSpan<float>();
        for (var row = 0; row < batch.Length; row++)
        {
            vectors[batch[row]] = numbers.Slice(row * Dimensions, Dimensions).ToArray();
        }
    }

    private static string Hash(params string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
