using Triage.Models.Drafting.Composing;
using Triage.Models.Learning;

namespace Triage.Models.Tests.Learning;

public sealed class SectionFitTests
{
    private const int Subjects = 4;

    [Fact]
    public void What_answers_is_learned_though_it_is_not_what_is_alike()
    {
        // Messages about one subject are answered by the section of the next; what is alike answers nothing.
        var model = SectionFit.Run([.. Enumerable.Range(0, 40).Select(i => Example(i % Subjects, i))], "test", CancellationToken.None);

        foreach (var subject in Enumerable.Range(0, Subjects))
        {
            var row = Example(subject, 99);
            var wanted = model.Wanted(row.Message);
            var scores = row.Sections.Select((s, i) => model.Score(wanted, s, row.Features[i])).ToList();
            Assert.Equal((subject + 1) % Subjects, scores.IndexOf(scores.Max()));
        }
    }

    [Fact]
    public void A_feature_that_answers_have_is_worth_something()
    {
        var rows = Enumerable.Range(0, 40).Select(i => Example(i % Subjects, i)).Select(e => e with { Features = [.. e.Share.Select(s => new float[] { s > 0 ? 1 : 0 })] });

        Assert.True(SectionFit.Run([.. rows], "test", CancellationToken.None).Weights[0] > 0.5);
    }

    [Fact]
    public void The_same_rows_give_the_same_model()
    {
        var (first, second) = (Bytes(), Bytes());
        Assert.Equal(first, second);

        static byte[] Bytes()
        {
            var bytes = new MemoryStream();
            SectionFit.Run([.. Enumerable.Range(0, 40).Select(i => Example(i % Subjects, i))], "test", CancellationToken.None).Save(bytes);
            return bytes.ToArray();
        }
    }

    private static SectionExample Example(int subject, int row) => new(
        Vector(subject, 0.1f * (row % 3)),
        [.. Enumerable.Range(0, Subjects).Select(s => Vector(s, 0))],
        [.. Enumerable.Range(0, Subjects).Select(s => new float[] { 0 })],
        [.. Enumerable.Range(0, Subjects).Select(s => s == (subject + 1) % Subjects ? 1f : 0)]);

    private static float[] Vector(int subject, float other) => [.. Enumerable.Range(0, Subjects + 1).Select(i => i == subject ? 1 : i == Subjects ? other : 0)];
}
