using System.Text.Json;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class OnnxEmbedderTests(OnnxEmbedderTests.Shared shared) : IClassFixture<OnnxEmbedderTests.Shared>
{
    private static readonly string Folder = Path.Combine(DataFolder.Find(), "models", "embedding");

    [Fact]
    public void Its_tokens_are_those_of_the_SentencePiece_library()
    {
        foreach (var reference in References())
        {
            Assert.Equal(reference.Ids, shared.Embedder.TokenIds(reference.Text));
        }
    }

    [Fact]
    public async Task Its_numbers_are_those_of_the_reference()
    {
        var references = References();
        foreach (var role in Enum.GetValues<EmbeddingRole>())
        {
            var prefix = role == EmbeddingRole.Query ? "query: " : "passage: ";
            var rows = references.Where(r => r.Text.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rows);
            var vectors = await shared.Embedder.EmbedAsync([.. rows.Select(r => r.Text[prefix.Length..])], role, default);
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.All(rows[i].Embedding.Zip(vectors[i]), pair => Assert.Equal(pair.First, pair.Second, 0.03f));
                Assert.Equal(1, vectors[i].Sum(x => (double)x * x), 0.001);
            }
        }
    }

    [Fact]
    public async Task A_text_has_the_same_vector_whatever_is_embedded_beside_it()
    {
        string[] texts = [string.Join(' ', Enumerable.Repeat("Die Laterne vor dem Haus ist dunkel.", 40)), "Hund", "Wann ist offen?"];
        var together = await shared.Embedder.EmbedAsync(texts, EmbeddingRole.Query, default);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = await shared.Embedder.EmbedAsync([texts[i]], EmbeddingRole.Query, default);
            Assert.Equal(alone[0], together[i]);
        }
    }

    [Fact]
    public async Task A_text_beyond_512_tokens_is_cut_and_an_empty_one_has_a_vector_too()
    {
        var tokens = shared.Embedder.TokenIds(string.Concat(Enumerable.Repeat("Müll und Lärm. ", 5000)));
        Assert.Equal(512, tokens.Length);
        Assert.Equal(2, tokens[^1]);
        var vectors = await shared.Embedder.EmbedAsync([string.Concat(Enumerable.Repeat("Müll und Lärm. ", 5000)), ""], EmbeddingRole.Query, default);
        Assert.All(vectors, v => Assert.All(v, x => Assert.True(float.IsFinite(x))));
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        var empty = Directory.CreateTempSubdirectory();
        Assert.Contains("model.onnx", Assert.ThrowsAny<IOException>(() => OnnxEmbedder.Load(empty.FullName)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(empty.FullName, "model.onnx"), "no model");
        File.WriteAllText(Path.Combine(empty.FullName, "tokenizer.model"), "no tokenizer");
        Assert.Throws<InvalidDataException>(() => OnnxEmbedder.Load(empty.FullName));
        empty.Delete(recursive: true);
    }

    private static Reference[] References() =>
        [.. File.ReadLines(Path.Combine(Folder, "reference.jsonl")).Select(l => JsonSerializer.Deserialize<Reference>(l, JsonSerializerOptions.Web)!)];

    private sealed record Reference(string Text, int[] Ids, float[] Embedding);

    public sealed class Shared : IDisposable
    {
        public OnnxEmbedder Embedder { get; } = OnnxEmbedder.Load(Folder);

        public void Dispose() => Embedder.Dispose();
    }
}
