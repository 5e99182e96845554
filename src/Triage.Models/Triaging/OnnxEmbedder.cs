using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace Triage.Models.Triaging;

/// <summary>
/// The sentence embedding shipped under data/models/embedding (multilingual-e5-small, 384 numbers, MIT), run in process
/// by ONNX Runtime. Load it once; it may be used from several threads. Texts over 512 tokens are cut.
/// </summary>
/// <remarks>
/// One text a run: the model quantises activations over the whole batch, so that a text's vector would depend on its
/// neighbours (cosines down to 0.98 were seen, unrelated texts have 0.83), and on two cores batches are no faster.
/// </remarks>
public sealed class OnnxEmbedder : ITextEmbedder, IDisposable
{
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

    public int CountTokens(string passage) => tokens.Encode("passage: " + passage).Length;

    public void Dispose() => session.Dispose();

    internal int[] TokenIds(string prefixed) => tokens.Encode(prefixed);

    private float[][] Embed(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        var prefix = role == EmbeddingRole.Query ? "query: " : "passage: ";
        var vectors = new float[texts.Count][];
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            vectors[i] = Run(tokens.Encode(prefix + texts[i]));
        }

        return vectors;
    }

    private float[] Run(int[] text)
    {
        var ids = Array.ConvertAll(text, id => (long)id);
        var mask = new long[ids.Length];
        Array.Fill(mask, 1);
        long[] shape = [1, ids.Length];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var run = new RunOptions();
        using var output = session.Run(run, ["input_ids", "attention_mask"], [idValue, maskValue], ["embedding"]);
        return output[0].GetTensorDataAsSpan<float>().ToArray();
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
