using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>
/// The passages of one build as Qdrant keeps them. A point's id is a UUID made of the hash of all that is sent, so that a
/// passage that did not change has the id that it had before.
/// </summary>
internal sealed class QdrantPoints
{
    /// <summary>Name of the sparse vector.</summary>
    public const string Words = "words";

    // Counts up when analysis, payload or id are made otherwise: then a new collection is filled.
    private const int Version = 1;
    private readonly string meaning;
    private readonly Dictionary<Guid, int> places = [];
    private readonly SparseVector[] words;

    /// <param name="snapshot">What is to be searched.</param>
    /// <param name="modelId">Name of the model that made its vectors.</param>
    public QdrantPoints(IndexSnapshot snapshot, string? modelId)
    {
        (Snapshot, meaning) = (snapshot, modelId ?? "none");
        words = new SparseVector[snapshot.Passages.Count];
        Parallel.For(0, words.Length, i => words[i] = snapshot.WordsOf(i));
        for (var i = 0; i < words.Length; i++)
        {
            places[Id(snapshot.Passages[i], words[i])] = i;
        }
    }

    public IndexSnapshot Snapshot { get; }

    /// <summary>Name of the dense vector: the model's, so that Qdrant refuses to compare vectors of two models.</summary>
    public string Meaning => meaning;

    public IReadOnlyCollection<Guid> Ids => places.Keys;

    /// <summary>Tells collections apart that cannot hold each other's points.</summary>
    public string Kind => Hash($"{Version}\n{meaning}\n{Dimensions}");

    /// <summary>Tells apart what is in them.</summary>
    public string Content => Hash(string.Join('\n', places.Keys.Order()));

    /// <summary>The passages' places, in the order of the ids; ids that are not of this build are left out.</summary>
    public IReadOnlyList<int> Places(IEnumerable<Guid> ids) => [.. ids.Distinct().Where(places.ContainsKey).Select(id => places[id])];

    public CreateCollection Collection() => new(
        Dimensions is { } size ? new Dictionary<string, VectorParams> { [meaning] = new(size, "Dot") } : [],
        new Dictionary<string, SparseVectorParams> { [Words] = new() });

    public PointStruct Point(Guid id)
    {
        var place = places[id];
        var vector = new Dictionary<string, object> { [Words] = words[place] };
        if (Snapshot.Vectors is { } vectors)
        {
            vector[meaning] = vectors[place];
        }

        return new PointStruct(id, vector, Payload(Snapshot.Passages[place]));
    }

    private int? Dimensions => Snapshot.Vectors is [var any, ..] ? any.Length : null;

    private static PointPayload Payload(Passage passage) =>
        new(passage.ArticleId, passage.Id, passage.Department, passage.Topic, Released: true);

    private static Guid Id(Passage passage, SparseVector words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(
            '\0', passage.Id, passage.Department, passage.Topic, passage.ArticleTitle, passage.HeadingPath, passage.Text)));
        var number = new byte[sizeof(uint) + sizeof(float)];
        for (var i = 0; i < words.Indices.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(number, words.Indices[i]);
            BinaryPrimitives.WriteSingleLittleEndian(number.AsSpan(sizeof(uint)), words.Values[i]);
            hash.AppendData(number);
        }

        // RFC 9562, version 8: the bits are one's own.
        var id = hash.GetHashAndReset().AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
