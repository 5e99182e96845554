using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Triage.Models.Triaging;

/// <summary>
/// Keeps vectors in one file a model, keyed by SHA-256 of role and text, so that training again embeds only what is new.
/// A record cut off by a crash is dropped and made again; while another process has the file, nothing is kept.
/// </summary>
public sealed class CachedEmbedder : ITextEmbedder
{
    private const int KeyBytes = 32;
    private readonly ITextEmbedder inner;
    private readonly string file;
    private readonly Dictionary<string, float[]> known = [];

    public CachedEmbedder(ITextEmbedder inner, string folder)
    {
        this.inner = inner;
        Directory.CreateDirectory(folder);
        file = Path.Combine(folder, $"{inner.ModelId}.vectors");
        Read();
    }

    public int Dimensions => inner.Dimensions;

    public string ModelId => inner.ModelId;

    public bool LeavesProcess => inner.LeavesProcess;

    public bool NeedsScale => inner.NeedsScale;

    public int CountTokens(string passage) => inner.CountTokens(passage);

    /// <summary>Whether the text's vector is kept.</summary>
    public bool Knows(string text, EmbeddingRole role) => known.ContainsKey(Key(text, role));

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        var keys = texts.Select(t => Key(t, role)).ToArray();
        var missing = Enumerable.Range(0, keys.Length).Where(i => !known.ContainsKey(keys[i])).DistinctBy(i => keys[i]).ToArray();
        if (missing.Length > 0)
        {
            var vectors = await inner.EmbedAsync([.. missing.Select(i => texts[i])], role, cancellation);
            Add([.. missing.Select(i => keys[i])], vectors);
        }

        return [.. keys.Select(k => known[k])];
    }

    private static string Key(string text, EmbeddingRole role) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{role}\n{text}")));

    private void Add(string[] keys, float[][] vectors)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            known[keys[i]] = vectors[i];
        }

        using var stream = Open(FileMode.Append);
        for (var i = 0; i < keys.Length && stream is not null; i++)
        {
            stream.Write(Convert.FromHexString(keys[i]));
            stream.Write(MemoryMarshal.AsBytes(vectors[i].AsSpan()));
        }
    }

    private void Read()
    {
        using var stream = Open(FileMode.OpenOrCreate);
        if (stream is null)
        {
            return;
        }

        var record = new byte[KeyBytes + Dimensions * sizeof(float)];
        var whole = stream.Length / record.Length;
        for (var i = 0L; i < whole; i++)
        {
            stream.ReadExactly(record);
            known[Convert.ToHexStringLower(record.AsSpan(0, KeyBytes))] =
                MemoryMarshal.Cast<byte, float>(record.AsSpan(KeyBytes)).ToArray();
        }

        stream.SetLength(whole * record.Length);
    }

    // Null while another process has the file.
    private FileStream? Open(FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }
}
