using Triage.Evaluation.Drafting;
using Triage.Evaluation.Triaging;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>One inquiry: whether it can be answered, and what became of it.</summary>
internal sealed record Answerability(bool IsAnswerable, DeskWork Work)
{
    /// <summary>No draft, or one that rests on no passage.</summary>
    public bool NoSource => Work.Result?.Draft.NoSource ?? true;
}

/// <summary>How often drafts say that there is no source: where nothing answers (right), and where something does (lost).</summary>
internal sealed record NoSourceShares(int Answerable, int Unanswerable, Rate? Right, Rate? Lost)
{
    public static NoSourceShares Of(IReadOnlyList<Answerability> rows)
    {
        var (answerable, others) = (rows.Where(r => r.IsAnswerable).ToArray(), rows.Where(r => !r.IsAnswerable).ToArray());
        return new NoSourceShares(answerable.Length, others.Length, Rates.Of(others, r => r.NoSource), Rates.Of(answerable, r => r.NoSource));
    }
}

/// <summary>
/// By the label <c>answerable</c> (a general text could answer) of all rows, and by what the knowledge holds, for the rows that
/// were looked up in it: most of these that it cannot answer ask for a detail that an article on their subject lacks.
/// </summary>
internal sealed record NoSourceFigures(NoSourceShares ByLabel, NoSourceShares ByKnowledge);
