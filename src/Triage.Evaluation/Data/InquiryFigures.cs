namespace Triage.Evaluation.Data;

/// <summary>What a set of inquiries is made of. Shares are 0 to 1; lengths are words.</summary>
internal sealed record InquiryFigures(
    int Rows,
    int Authors,
    int ShortestWords,
    int MedianWords,
    int LongestWords,
    double Also,
    double Urgent,
    double Answerable,
    double WithPersonalData,
    int FewestPerTopic,
    IReadOnlyDictionary<string, int> Languages,
    IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyDictionary<string, int> Topics,
    int NearDuplicates,
    double MostFrequentOpening)
{
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public static InquiryFigures Of(IReadOnlyList<LabelledInquiry> rows)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("There are no rows to count.", nameof(rows));
        }

        var lengths = rows.Select(r => Likeness.Words(r.Text).Count).Order().ToList();
        var topics = Counted(rows.Where(r => r.Topic is not null).Select(r => r.Topic!));
        return new InquiryFigures(
            rows.Count, rows.DistinctBy(r => r.Author).Count(), lengths[0], lengths[lengths.Count / 2], lengths[^1],
            Share(rows, r => r.Also.Count > 0), Share(rows, r => r.Urgent), Share(rows, r => r.Answerable), Share(rows, r => r.Pii.Count > 0),
            topics.Count == 0 ? 0 : topics.Values.Min(), Counted(rows.Select(r => r.Lang)), Counted(rows.Select(r => r.Kind)), topics,
            Likeness.NearDuplicates(rows).Count(), Likeness.MostFrequentOpening(rows).Share);
    }

    private static double Share(IReadOnlyList<LabelledInquiry> rows, Func<LabelledInquiry, bool> what) => (double)rows.Count(what) / rows.Count;

    private static SortedDictionary<string, int> Counted(IEnumerable<string> values) =>
        new(values.CountBy(v => v).ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
}
