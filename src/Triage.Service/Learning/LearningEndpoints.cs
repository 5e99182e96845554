using System.Globalization;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Learning;

/// <summary>The supervisors' figures, the cases behind them, and the decisions as a file.</summary>
internal static class LearningEndpoints
{
    public static void MapLearning(this WebApplication app)
    {
        var group = app.MapGroup("/auswertung").RequireAuthorization(Policies.Supervision);
        group.MapGet("", ShowAsync);
        group.MapGet("/faelle", CasesAsync);
        group.MapGet("/entscheidungen.csv", FileAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? zeitraum, string? amt, EvaluationViews views, Municipality town, CancellationToken cancellation) =>
        Page.Of<EvaluationPage>(new { View = await views.OfAsync(EvaluationQuery.Of(zeitraum, amt, town), cancellation) });

    private static async Task<IResult> CasesAsync([AsParameters] CasesQuery asked, EvaluationViews views, EvaluationCases cases, CurrentStaff current, Municipality town, CancellationToken cancellation)
    {
        var query = EvaluationQuery.Of(asked.Zeitraum, asked.Amt, town);
        if ((await views.OfAsync(query, cancellation)).Find(asked.Menge) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var page = int.TryParse(asked.Seite, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return Page.Of<EvaluationCasesPage>(new { View = await cases.OfAsync(query, found, page, await current.GetAsync(cancellation), cancellation) });
    }

    private static async Task<IResult> FileAsync(string? zeitraum, string? amt, EvaluationFacts facts, Municipality town, TimeProvider time, CancellationToken cancellation)
    {
        var query = EvaluationQuery.Of(zeitraum, amt, town);
        var since = query.Since(time.GetUtcNow());
        var decisions = await facts.DecisionsAsync(since, cancellation);
        return TypedResults.File(
            DecisionsCsv.Write([.. decisions.Where(d => d.At >= since && (query.Office is null || d.Department == query.Office))]), "text/csv; charset=utf-8", "entscheidungen.csv");
    }
}

internal sealed record CasesQuery(string? Zeitraum, string? Amt, string? Menge, string? Seite);
