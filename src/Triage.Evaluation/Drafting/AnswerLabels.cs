using Triage.Evaluation.Triaging;
using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Drafting;

/// <summary>A row of data/inquiries/answers.jsonl: which sections answer an inquiry, wholly ("full"), partly ("part") or not ("none").</summary>
internal sealed record AnswerLabel(string Id, string Answer, IReadOnlyList<SectionName> Sections);

/// <summary>Searches for labelled inquiries as the service would, with routers that have not seen them.</summary>
internal static class AnswerLabels
{
    private const string None = "none";
    private const int Passages = 8;

    // Thresholds and figures do not matter here.
    private static readonly TrainingOptions Options = new() { Folds = 2 };

    /// <param name="data">The folder <c>data/</c>.</param>
    /// <param name="labels">Those that nothing answers are left out.</param>
    /// <param name="embedder">Of the router, and of the search.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">A label names no row of train.jsonl, or one that another names too.</exception>
    public static async Task<IReadOnlyList<AnsweredInquiry>> FindAsync(
        string data, IReadOnlyList<AnswerLabel> labels, ITextEmbedder embedder, CancellationToken cancellation)
    {
        if (labels.CountBy(l => l.Id).FirstOrDefault(c => c.Value > 1) is { Key: { } twice })
        {
            throw new InvalidDataException($"'{twice}' is labelled more than once.");
        }

        var byId = labels.Where(l => l.Answer != None && l.Sections.Count > 0).ToDictionary(l => l.Id);
        var rows = await InquiryRows.ReadAsync(Path.Combine(data, "inquiries", "train.jsonl"), cancellation);
        if (byId.Keys.Except(rows.Select(r => r.Id)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidDataException($"'{unknown}' is no row of train.jsonl.");
        }

        using var index = new KnowledgeIndex(embedder, Path.Combine(data, "..", "var", "index"));
        await index.BuildAsync(KnowledgeLoader.Load(Path.Combine(data, "knowledge"), TownFacts.Load(Path.Combine(data, "municipality"))).Articles, null, cancellation);
        var found = new List<AnsweredInquiry>();
        foreach (var half in (int[])[0, 1])
        {
            var others = rows.Where((_, i) => i % 2 != half).Select(r => r.Complete()).ToArray();
            var router = (await ClassifierTrainer.TrainAsync(others, Options with { Hints = TownHints.Read(data) }, embedder, cancellation)).Classifier(embedder);
            foreach (var row in rows.Where((r, i) => i % 2 == half && byId.ContainsKey(r.Id)))
            {
                var judged = await router.ClassifyAsync(row.Inquiry, cancellation);
                found.Add(new AnsweredInquiry(row.Inquiry, await new InquirySearch(index).SearchAsync(row.Inquiry, judged, Passages, cancellation), byId[row.Id].Sections));
            }
        }

        return found;
    }
}
