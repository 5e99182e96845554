namespace Triage.Evaluation.Triaging;

/// <summary>A rate with the bounds between which it lies with 95 % confidence.</summary>
internal sealed record Rate(double Value, double Low, double High);

/// <summary>How one class was found.</summary>
internal sealed record ClassFigures(string Label, int Rows, double Precision, double Recall, double F1);

/// <summary>How often one label was taken for another.</summary>
internal sealed record Confused(string Label, string Predicted, int Rows);

/// <summary>If the most confident share of rows (<see cref="Coverage"/>) is routed, this share of them is wrong.</summary>
internal sealed record RiskPoint(double Coverage, double Risk, double Confidence);

/// <summary>A bin of the reliability diagram.</summary>
internal sealed record Reliability(double From, int Rows, double Confidence, double Accuracy);

/// <summary>What <c>routing --json</c> writes.</summary>
internal sealed record RoutingReport(
    string Field,
    string Features,
    int TrainingRows,
    int Rows,
    Rate Accuracy,
    double MacroF1,
    Rate Ece,
    double CoverageAt95,
    double CoverageAt98,
    double RoutedShare,
    double RoutedAccuracy,
    double MicrosecondsPerMessage,
    double MicrosecondsAt99,
    IReadOnlyList<ClassFigures> Classes,
    IReadOnlyList<Confused> Confusion,
    IReadOnlyList<RiskPoint> RiskCoverage,
    IReadOnlyList<Reliability> Reliability);
