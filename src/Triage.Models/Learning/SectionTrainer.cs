using Triage.Models.Drafting.Composing;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>
/// How often a model that learned from every second message is right on the others: the best section answers, and the share of
/// the answering sections that were found among the best four. <see cref="Rows"/>: messages of which an answering section was found.
/// </summary>
public sealed record SectionFigures(int Rows, double BestAnswers, double AmongFour);

/// <summary>A model fresh from training.</summary>
public sealed class TrainedSections
{
    private readonly SectionModel model;

    internal TrainedSections(SectionModel model, SectionFigures figures) => (this.model, Figures) = (model, figures);

    public SectionFigures Figures { get; }

    public void Save(string file)
    {
        using var stream = File.Create(file);
        model.Save(stream);
    }
}

/// <summary>Learns from answered inquiries which sections belong into an answer.</summary>
public static class SectionTrainer
{
    private const int Few = 4;

    /// <param name="rows">Their searches must not know what people decided about them: judge them with a router that has not seen them.</param>
    /// <param name="embedder">The model that the letters will be chosen with.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="InvalidDataException">Too few rows of which an answering section was found.</exception>
    public static async Task<TrainedSections> TrainAsync(IReadOnlyList<AnsweredInquiry> rows, ITextEmbedder embedder, CancellationToken cancellation)
    {
        var remembering = new RememberingEmbedder(embedder);
        var ranking = new ArticleRanking(remembering);
        var examples = new List<SectionExample>();
        foreach (var row in rows)
        {
            if (await SectionExample.OfAsync(row, ranking, remembering, cancellation) is { } example)
            {
                examples.Add(example);
            }
        }

        if (examples.Count < 2)
        {
            throw new InvalidDataException($"Of {rows.Count} answered inquiries an answering section was found for {examples.Count}; at least two are needed.");
        }

        var half = SectionFit.Run([.. examples.Where((_, i) => i % 2 == 0)], embedder.ModelId, cancellation);
        var figures = Judge(half, [.. examples.Where((_, i) => i % 2 == 1)]) with { Rows = examples.Count };
        return new TrainedSections(SectionFit.Run(examples, embedder.ModelId, cancellation), figures);
    }

    private static SectionFigures Judge(SectionModel model, IReadOnlyList<SectionExample> rows)
    {
        var orders = rows.Select(row =>
        {
            var wanted = model.Wanted(row.Message);
            return row.Sections.Select((s, i) => (Score: model.Score(wanted, s, row.Features[i]), row.Share[i])).OrderByDescending(s => s.Score).Select(s => s.Item2).ToList();
        }).ToList();
        return new SectionFigures(rows.Count, orders.Average(o => o[0] > 0 ? 1.0 : 0), orders.Average(o => o.Take(Few).Sum()));
    }
}
