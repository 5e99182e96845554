using Triage.Evaluation.Data;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Tests.Data;

/// <summary>The committed data keeps its own rules.</summary>
public sealed class DataSetTests
{
    private static readonly Lazy<Task<DataSet>> Set = new(() => DataSet.ReadAsync(DataFolder.Find(), CancellationToken.None));

    [Fact]
    public async Task Nothing_is_wrong_with_the_data() => Assert.Equal([], (await Set.Value).Problems.Select(p => $"{p.Where}: {p.What}"));

    [Fact]
    public async Task The_knowledge_covers_every_topic_with_enough_articles_and_ten_statutes()
    {
        var set = await Set.Value;

        Assert.True(set.Articles >= 220, $"{set.Articles} articles");
        Assert.True(set.Statutes >= 10, $"{set.Statutes} statutes");
    }

    [Fact]
    public async Task There_are_enough_inquiries_as_varied_as_people_are()
    {
        var set = await Set.Value;
        var golden = set.Inquiries[DataSet.Golden];
        var training = set.Inquiries[DataSet.Training];

        Assert.True(golden.Rows >= 600 && training.Rows >= 2500, $"{golden.Rows} golden, {training.Rows} training");
        foreach (var figures in set.Inquiries.Values)
        {
            Assert.Equal(0, figures.NearDuplicates);
            Assert.True(figures.Also >= 0.08, $"also {figures.Also:P1}");
            Assert.True(figures.Urgent >= 0.03, $"urgent {figures.Urgent:P1}");
            Assert.True((double)figures.Kinds["widerspruch"] / figures.Rows >= 0.03);
            Assert.True((double)figures.Kinds["kein_anliegen"] / figures.Rows >= 0.04);
            Assert.True(1 - ((double)figures.Languages["de"] / figures.Rows) >= 0.06);
            Assert.Equal(9, figures.Languages.Count);
        }
    }
}
