using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Learning;

public sealed class ClassifierTrainerTests
{
    [Fact]
    public void Examples_of_one_group_are_never_on_both_sides_of_a_fold()
    {
        var examples = Enumerable.Range(0, 60).Select(i => new TrainingExample(new($"{i}", "", "x"), "a") { Group = $"{i % 7}" }).ToArray();
        var folds = Folds.Assign(examples, new TrainingOptions { Folds = 3 });
        Assert.Equal(3, folds.Distinct().Count());
        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal(folds[i % 7], folds[i]));
    }

    [Fact]
    public async Task Data_without_two_offices_or_with_a_topic_in_two_of_them_are_refused_with_the_reason()
    {
        Task Train(params TrainingExample[] examples) => ClassifierTrainer.TrainAsync(examples, new TrainingOptions(), null, default);
        TrainingExample Row(string department, string topic) => new(new("7", "", "Hund"), department, topic);
        await Assert.ThrowsAsync<InvalidDataException>(() => Train(Row("a", "x"), Row("a", "y")));
        Assert.Contains("'x'", (await Assert.ThrowsAsync<InvalidDataException>(() => Train(Row("a", "x"), Row("b", "x")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_are_learned_from_but_no_figure_is_taken_on_them()
    {
        TrainingExample Row(int i, string department, string text) => new(new($"{i}", "", text), department, $"{department} topic");
        TrainingExample[] rows = [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? Row(i, "a", $"Hund und Leine {i}") : Row(i, "b", $"Laterne ist dunkel {i}"))];
        var options = new TrainingOptions
        {
            Folds = 2,
            Hints = [Row(90, "a", "Dackel Welpe"), Row(91, "a", "Dackel Welpe Steuer"), Row(92, "elsewhere", "Hund und Leine")],
        };
        var trained = await ClassifierTrainer.TrainAsync(rows, options, null, default);
        var said = await trained.Classifier(null).ClassifyAsync(new Models.Inquiries.Inquiry("1", "", "Dackel Welpe"), default);
        Assert.Equal("a", said.Department);
        Assert.DoesNotContain(said.Departments, d => d.Id == "elsewhere");
        var folder = Directory.CreateTempSubdirectory();
        Assert.Equal(rows.Length, trained.Save(folder.FullName).Rows);
        Assert.Equal(rows.Length, ModelFolder.Read(folder.FullName).Model.WordsOnly.Settings.HeldOut.Count);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Rare_classes_weigh_more_than_their_rows_and_less_than_the_frequent_ones()
    {
        TrainingExample Row(int i, string department, string text) => new(new($"{i}", "", text), department);
        TrainingExample[] rows =
        [
            .. Enumerable.Range(0, 80).Select(i => Row(i, "much", $"Hund {i}")), .. Enumerable.Range(80, 10).Select(i => Row(i, "less", $"Katze {i}")),
            .. Enumerable.Range(90, 10).Select(i => Row(i, "little", $"Vogel {i}")),
        ];
        var trained = await ClassifierTrainer.TrainAsync(rows, new TrainingOptions { Folds = 2 }, null, default);
        var said = await trained.Classifier(null).ClassifyAsync(new Models.Inquiries.Inquiry("1", "", "Pferd"), default);
        Assert.Equal("much", said.Department);
        Assert.InRange(said.Departments[0].Confidence, 1 / 3.0, 0.8);
    }

    [Fact]
    public async Task Without_ngrams_the_models_with_the_embedding_hear_nothing_of_words()
    {
        var trained = await ClassifierTrainer.TrainAsync(
            Triaging.SmallTown.Examples, Triaging.SmallTown.Options with { NGrams = false }, new Triaging.ToyEmbedder(), default);
        var said = await trained.Classifier(new Triaging.ToyEmbedder()).ClassifyAsync(Triaging.SmallTown.Examples[0].Inquiry, default);
        Assert.Equal(1, said.EmbeddingShare, 1e-9);
        Assert.Empty(said.Because);
    }
}
