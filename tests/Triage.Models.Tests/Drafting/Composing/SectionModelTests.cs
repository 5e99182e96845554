using Triage.Models.Drafting.Composing;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class SectionModelTests
{
    [Fact]
    public void The_shipped_model_was_learned_with_the_shipped_embedding_and_the_features_of_today()
    {
        using var embedder = OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));

        Assert.True(SectionModel.Shipped.Fits(embedder));
        Assert.Equal(SectionFeatures.Names.Length, SectionModel.Shipped.Weights.Length);
        Assert.Equal((embedder.Dimensions, embedder.Dimensions), (SectionModel.Shipped.Map.Length, SectionModel.Shipped.Map[0].Length));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var model = new SectionModel("model", [0.5f, -2], [1, 0.25f], [[1, 2], [3, 4]]);
        var bytes = new MemoryStream();
        model.Save(bytes);

        var read = SectionModel.From(new MemoryStream(bytes.ToArray()));

        Assert.Equal("model", read.Embedding);
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal(model.ToAll, read.ToAll);
        Assert.Equal(model.Map, read.Map);
    }

    [Fact]
    public void A_sections_worth_is_its_product_with_the_mapped_message_and_its_weighed_features()
    {
        var model = new SectionModel("model", [10], [1, 0], [[0, 2], [0, 0]]);

        var wanted = model.Wanted([3, 5]);

        Assert.Equal([1, 6], wanted);
        Assert.Equal((1 * 7) + (6 * 0.5f) + (10 * 0.1f), model.Score(wanted, [7, 0.5f], [0.1f]), 1e-4);
    }
}
