using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Service.Web;

namespace Triage.Service.Learning.Training;

/// <summary>A model that can be chosen; <see cref="Refusal"/> says why it cannot be now.</summary>
/// <param name="Id">Null: the one that came with the program.</param>
public sealed record ModelChoice(long? Id, string Name, string Detail, bool Serves, string? Refusal);

/// <summary>A class or the whole in the table of a comparison, as people read it.</summary>
public sealed record ComparedRow(string Name, ClassComparison Compared)
{
    public string Before => Share(Compared.Before);

    public string After => Share(Compared.After);

    /// <summary>"Thema: Hundesteuer (3 von 9, bisher 8)".</summary>
    public string Words => $"{Name} ({Compared.After} von {Compared.Rows}, bisher {Compared.Before})";

    private string Share(int found) => string.Create(German.Culture, $"{100.0 * found / Compared.Rows:0} % ({found})");
}

/// <summary>How the last training ended.</summary>
public sealed record EndedTraining(
    string Verdict, bool Fine, string When, string? Problem, LearnedFrom? Learned, IReadOnlyList<ComparedRow> Fallen, IReadOnlyList<ComparedRow> Overall, IReadOnlyList<ComparedRow> Classes);

/// <summary>The page "Lernen".</summary>
/// <param name="Serving">The id of the model that serves; null: the one that came with the program.</param>
/// <param name="Decided">Cases decided since that model.</param>
/// <param name="Erased">Cases that the serving model learned from and that were erased since.</param>
/// <param name="Running">What is under way, as a sentence; null: nothing is.</param>
public sealed record TrainingView(long? Serving, int Decided, int Erased, string? Running, EndedTraining? Last, IReadOnlyList<ModelChoice> Models)
{
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    public string? Done { get; init; }

    public ModelChoice Current => Models.First(m => m.Serves);
}
