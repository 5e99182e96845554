using Triage.Evaluation.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Data;

/// <summary>The demo town's data as a whole: its figures, and everything wrong with it.</summary>
internal sealed record DataSet(IReadOnlyDictionary<string, InquiryFigures> Inquiries, int Articles, int Statutes, int Mails, int TextBlocks, IReadOnlyList<DataProblem> Problems)
{
    public const string Golden = "golden/routing.jsonl";
    public const string Training = "inquiries/train.jsonl";

    private const int FewestPerTopicInTraining = 25;
    private const double MostFrequentOpening = 0.01;

    /// <summary>Reads and checks the folder <c>data/</c>.</summary>
    /// <exception cref="InvalidDataException">A file is no JSON lines.</exception>
    public static async Task<DataSet> ReadAsync(string data, CancellationToken cancellation)
    {
        var town = Municipality.Load(Path.Combine(data, "municipality", "municipality.json"));
        var facts = TownFacts.Load(Path.Combine(data, "municipality"));
        var golden = await JsonLines.ReadAsync<LabelledInquiry>(Path.Combine(data, Golden), cancellation);
        var training = await JsonLines.ReadAsync<LabelledInquiry>(Path.Combine(data, Training), cancellation);
        var labels = Path.Combine(data, AnswerChecks.File);
        IReadOnlyList<AnswerLabel> answers = File.Exists(labels) ? await JsonLines.ReadAsync<AnswerLabel>(labels, cancellation) : [];
        var figures = new Dictionary<string, InquiryFigures> { [Golden] = InquiryFigures.Of(golden), [Training] = InquiryFigures.Of(training) };
        var knowledge = Path.Combine(data, "knowledge");
        var statutes = Directory.GetFiles(Path.Combine(knowledge, "statutes"), "*.md").Length;
        return new DataSet(
            figures,
            Directory.GetFiles(knowledge, "*.md", SearchOption.AllDirectories).Length - statutes - 1,
            statutes,
            Directory.GetFiles(Path.Combine(data, "mailbox"), "*.eml").Length,
            Directory.GetDirectories(Path.Combine(data, "textblocks")).Length,
            [
                .. InquiryChecks.Check([.. golden, .. training], town),
                .. KnowledgeChecks.Check(knowledge, town, facts),
                .. AnswerChecks.Check(answers, training.Select(r => r.Id).ToHashSet(), KnowledgeLoader.Load(knowledge, facts).Articles),
                .. Apart(golden, training),
                .. Spread(figures[Training]),
                .. figures.SelectMany(f => Alike(f.Key, f.Value)),
            ]);
    }

    // A writer who wrote in both sets would let the router recognise a hand instead of a concern.
    private static IEnumerable<DataProblem> Apart(List<LabelledInquiry> golden, List<LabelledInquiry> training) =>
        golden.Select(r => r.Author).Intersect(training.Select(r => r.Author)).Select(a => new DataProblem(Golden, $"author {a} wrote in both sets"))
            .Concat(Likeness.NearDuplicates([.. golden, .. training]).Select(p => new DataProblem(p.First, $"nearly the same as {p.Second}")));

    private static IEnumerable<DataProblem> Spread(InquiryFigures training) =>
        training.Topics.Where(t => t.Value < FewestPerTopicInTraining).Select(t => new DataProblem(Training, $"only {t.Value} rows of topic {t.Key}"));

    private static IEnumerable<DataProblem> Alike(string file, InquiryFigures figures)
    {
        if (figures.MostFrequentOpening > MostFrequentOpening)
        {
            yield return new DataProblem(file, $"the same five words open {figures.MostFrequentOpening:P1} of the rows");
        }
    }
}
