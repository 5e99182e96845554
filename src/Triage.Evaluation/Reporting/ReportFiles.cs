using Triage.Evaluation.Reporting.Pages;

namespace Triage.Evaluation.Reporting;

/// <summary>A report on disk: index.html for people, report.json for programs.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(string folder, EvaluationReport report, CancellationToken cancellation)
    {
        await JsonLines.WriteReportAsync(Path.Combine(folder, "report.json"), report, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), ReportPage.Write(report), cancellation);
    }
}
