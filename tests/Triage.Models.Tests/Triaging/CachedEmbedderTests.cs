using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class CachedEmbedderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task What_was_embedded_once_is_read_from_the_file_afterwards()
    {
        var counting = new CountingEmbedder();
        var first = await new CachedEmbedder(counting, folder.FullName).EmbedAsync(["Hund", "Baum", "Hund"], EmbeddingRole.Query, default);
        Assert.Equal(2, counting.Embedded);

        var second = await new CachedEmbedder(counting, folder.FullName).EmbedAsync(["Baum", "Hund"], EmbeddingRole.Query, default);
        Assert.Equal(2, counting.Embedded);
        Assert.Equal(first[1], second[0]);
        Assert.Equal(first[2], second[1]);
    }

    [Fact]
    public async Task A_passage_and_a_query_of_the_same_words_are_two_vectors()
    {
        var counting = new CountingEmbedder();
        var cache = new CachedEmbedder(counting, folder.FullName);
        await cache.EmbedAsync(["Hund"], EmbeddingRole.Query, default);
        await cache.EmbedAsync(["Hund"], EmbeddingRole.Passage, default);
        Assert.Equal(2, counting.Embedded);
    }

    [Fact]
    public async Task A_record_cut_off_by_a_crash_is_made_again()
    {
        var counting = new CountingEmbedder();
        await new CachedEmbedder(counting, folder.FullName).EmbedAsync(["Hund", "Baum"], EmbeddingRole.Query, default);
        using (var file = Assert.Single(folder.GetFiles()).OpenWrite())
        {
            file.SetLength(file.Length - 5);
        }

        var again = await new CachedEmbedder(counting, folder.FullName).EmbedAsync(["Hund", "Baum"], EmbeddingRole.Query, default);
        Assert.Equal(3, counting.Embedded);
        Assert.Equal([4, 'B'], again[1]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private sealed class CountingEmbedder : ITextEmbedder
    {
        public int Embedded { get; private set; }

        public int Dimensions => 2;

        public string ModelId => "counting";

        public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
        {
            Embedded += texts.Count;
            return Task.FromResult(texts.Select(t => new float[] { t.Length, t[0] }).ToArray());
        }
    }
}
