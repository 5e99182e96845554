using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

/// <summary>A search whose embedding model is another than the shipped one, and runs elsewhere.</summary>
public sealed class OutsideModelTests
{
    [Fact]
    public async Task A_model_whose_cosines_lie_elsewhere_gives_the_same_order_and_verdicts()
    {
        using var shipped = OnnxEmbedder.Load(EmbeddingFolder);
        using var known = await BuiltAsync(shipped);
        using var other = await BuiltAsync(new Lower(shipped, needsScale: true));
        using var taken = await BuiltAsync(new Lower(shipped, needsScale: false));

        var answered = 0;
        foreach (var text in new[] { "Was kostet die Hundesteuer im Jahr?", "Wann öffnet das Freibad?", "Meine Nachbarin züchtet Orchideen", "Quantencomputer mit Supraleitern" })
        {
            var query = new KnowledgeQuery(text);
            var (one, two) = (await known.SearchAsync(query, default), await other.SearchAsync(query, default));
            Assert.Equal(one.NoSource, two.NoSource);
            Assert.Equal(one.Passages[0].Passage, two.Passages[0].Passage);
            Assert.True((await taken.SearchAsync(query, default)).NoSource);
            answered += one.NoSource ? 0 : 1;
        }

        Assert.InRange(answered, 1, 3);
    }

    [Fact]
    public void A_model_that_tells_nothing_apart_is_refused() =>
        Assert.Contains("Is Embedding:Model a model for search?", Assert.Throws<EmbeddingException>(() => NearnessScale.Of(0.5f, 0.495f)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Fault_39_a_message_leaves_without_names_and_numbers_and_so_do_its_questions()
    {
        var outside = new Outside();
        using var index = await BuiltAsync(outside);

        await new InquirySearch(index).SearchAsync(
            new Inquiry("1", "Hund", "Mein Name ist Karla Kanarienvogel, Tel. 0170 1234567. Was kostet die Hundesteuer für Frau Kanarienvogel? Wann ruft man mich unter 0170 1234567 an?"), null, 5, default);

        Assert.True(outside.Questions.Count >= 3);
        Assert.Contains(outside.Questions, q => q.Contains("[NAME_1]", StringComparison.Ordinal) && q.Contains("Hundesteuer", StringComparison.Ordinal));
        Assert.All(outside.Questions, q => Assert.DoesNotContain("Kanarienvogel", q, StringComparison.Ordinal));
        Assert.All(outside.Questions, q => Assert.DoesNotContain("1234567", q, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_model_fails_words_decide_and_what_was_retired_is_not_found()
    {
        var outside = new Outside();
        using var index = await BuiltAsync(outside);
        outside.Fails = true;

        Assert.Equal("hund", (await index.SearchAsync(new KnowledgeQuery("Hundesteuer"), default)).Passages[0].Passage.ArticleId);
        await Assert.ThrowsAsync<EmbeddingException>(() => index.BuildAsync([.. Town.Where(a => a.Id != "hund")], null, default));
        Assert.Empty((await index.SearchAsync(new KnowledgeQuery("Hundesteuer"), default)).Passages);
        Assert.Equal("laub", (await index.SearchAsync(new KnowledgeQuery("Laub"), default)).Passages[0].Passage.ArticleId);
    }

    private static async Task<KnowledgeIndex> BuiltAsync(ITextEmbedder embedder)
    {
        var index = new KnowledgeIndex(embedder);
        await index.BuildAsync(Town, null, default);
        return index;
    }

    /// <summary>The same meanings with three tenths of each cosine: every text has a direction of its own beside.</summary>
    private sealed class Lower(ITextEmbedder inner, bool needsScale) : ITextEmbedder
    {
        private const float Share = 0.3f;
        private const int Texts = 100;
        private int texts;

        public int Dimensions => inner.Dimensions + Texts;

        public string ModelId => "lower";

        public bool NeedsScale => needsScale;

        public int CountTokens(string passage) => inner.CountTokens(passage);

        public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
            Array.ConvertAll(await inner.EmbedAsync(texts, role, cancellation), Lowered);

        private float[] Lowered(float[] vector)
        {
            var own = new float[Texts];
            own[texts++] = MathF.Sqrt(1 - Share);
            return [.. vector.Select(v => v * MathF.Sqrt(Share)), .. own];
        }
    }

    private sealed class Outside : ITextEmbedder
    {
        private readonly FakeEmbedder inner = new();

        public List<string> Questions { get; } = [];

        public bool Fails { get; set; }

        public int Dimensions => inner.Dimensions;

        public string ModelId => "outside";

        public bool LeavesProcess => true;

        public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
        {
            if (Fails)
            {
                throw new EmbeddingException("The model is down.");
            }

            Questions.AddRange(role == EmbeddingRole.Query ? texts.Except(HybridScore.EmptyMessages) : []);
            return inner.EmbedAsync(texts, role, cancellation);
        }
    }
}
