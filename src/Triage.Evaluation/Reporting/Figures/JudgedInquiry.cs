using System.Diagnostics;
using Triage.Evaluation.Data;
using Triage.Evaluation.Triaging;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>A golden row and what a router says about it.</summary>
internal sealed record JudgedInquiry(LabelledInquiry Labels, Classification Said, double Microseconds)
{
    public static async Task<List<JudgedInquiry>> JudgeAsync(
        InquiryClassifier classifier, IReadOnlyList<GoldenInquiry> golden, CancellationToken cancellation)
    {
        var judged = new List<JudgedInquiry>(golden.Count);
        foreach (var row in golden)
        {
            var start = Stopwatch.GetTimestamp();
            var said = await classifier.ClassifyAsync(row.Inquiry, cancellation);
            judged.Add(new JudgedInquiry(row.Labels, said, Stopwatch.GetElapsedTime(start).TotalMicroseconds));
        }

        return judged;
    }

    /// <summary>The true label of "department", "topic" ("" for no inquiry) or "kind".</summary>
    public string Label(string field) => field switch
    {
        "topic" => Labels.Topic ?? "",
        "kind" => Labels.Kind,
        _ => Labels.Department,
    };

    public Prediction Prediction(string field) => Triaging.Prediction.Of(Labels.Id, Label(field), Said, field);
}
