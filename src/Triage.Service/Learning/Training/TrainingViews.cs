using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

/// <summary>Puts together what the page "Lernen" shows.</summary>
internal sealed class TrainingViews(TriageDbContext db, StoredModels models, MaterialReader material, Municipality town)
{
    public async Task<TrainingView> OfAsync(CancellationToken cancellation)
    {
        var serving = await models.ServingAsync(cancellation);
        var kept = await db.Models.AsNoTracking().OrderByDescending(m => m.Id).Select(m => new Kept(
                m.Id, m.Version, m.At, m.LearnedUntil, m.AgainstId, m.ErasedCases, m.PromotedAt, db.Users.Where(s => s.Id == m.PromotedBy).Select(s => s.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellation);
        var runs = await db.TrainingRuns.AsNoTracking().OrderByDescending(r => r.Id).Take(2).ToListAsync(cancellation);
        var current = kept.FirstOrDefault(k => k.Id == serving);
        return new TrainingView(
            serving, await material.CountSinceAsync(current?.LearnedUntil, cancellation), current?.ErasedCases ?? 0,
            runs.Where(r => !r.IsOver).Select(Words).FirstOrDefault(), runs.Where(r => r.IsOver).Select(Ended).FirstOrDefault(),
            [.. kept.Select(k => Choice(k, serving)), .. serving is null || current is not null ? [] : new[] { Lost(serving.Value) }, Shipped(serving)]);
    }

    private static string Words(TrainingRun run) => run.State == TrainingState.Waiting
        ? $"Ein Training ist bestellt ({German.Moment(run.RequestedAt)}) und beginnt gleich."
        : $"Ein Training läuft seit {German.Moment(run.StartedAt ?? run.RequestedAt)}.{(run.Attempts > 1 ? $" Es brach schon ab und begann neu, dies ist Versuch {run.Attempts}." : "")}";

    private static ModelChoice Choice(Kept kept, long? serving) => new(
        kept.Id, $"Modell vom {German.Moment(kept.At)}",
        string.Join(" ", new[]
        {
            $"Kennung {kept.Version}.",
            kept.PromotedAt is { } since ? $"Zuletzt gewählt von {kept.PromotedBy}, {German.Moment(since)}." : "Noch nie verwendet.",
            kept.ErasedCases > 0 ? "Enthält gelöschte Fälle: neu trainieren." : null,
        }.OfType<string>()),
        kept.Id == serving,
        kept.PromotedAt is null && kept.AgainstId != serving ? "Es wurde gegen ein anderes Modell gemessen. Bitte trainieren Sie neu." : null);

    private static ModelChoice Shipped(long? serving) => new(null, "Mitgeliefertes Modell", "Es kennt keine Entscheidungen Ihrer Stadt.", serving is null, null);

    private static ModelChoice Lost(long id) => new(id, $"Modell {id}", "Es fehlt in der Datenbank.", Serves: true, "Es fehlt in der Datenbank.");

    private EndedTraining Ended(TrainingRun run)
    {
        IReadOnlyList<ComparedRow> Rows(IEnumerable<ClassComparison>? compared) => [.. (compared ?? []).Select(c => new ComparedRow(NameOf(c), c))];
        var (verdict, fine) = run.State switch
        {
            TrainingState.Passed => ("Bestanden: Kein Amt, kein Thema und keine Art wird schlechter erkannt.", true),
            TrainingState.Refused => ("Abgelehnt: Das neue Modell hätte etwas verlernt.", false),
            _ => ("Es entstand kein neues Modell.", false),
        };
        return new EndedTraining(
            verdict, fine, German.Moment(run.FinishedAt!.Value), run.Problem, run.Learned, Rows(run.Comparison?.Fallen), Rows(run.Comparison?.Overall), Rows(run.Comparison?.Classes));
    }

    private string NameOf(ClassComparison compared) => compared.Label switch
    {
        ModelComparison.Department => compared.Class is null ? "Amt insgesamt" : $"Amt: {OfficeNames.Of(compared.Class, town)}",
        ModelComparison.Topic => compared.Class is null ? "Thema insgesamt" : $"Thema: {town.Topic(compared.Class)?.Name ?? compared.Class}",
        ModelComparison.Kind => compared.Class is null ? "Art insgesamt" : $"Art: {town.Kind(compared.Class)?.Name ?? compared.Class}",
        _ => compared.Class is null ? "Dringend oder nicht" : "Dringende erkannt",
    };

    private sealed record Kept(
        long Id, string Version, DateTimeOffset At, DateTimeOffset LearnedUntil, long? AgainstId, int ErasedCases, DateTimeOffset? PromotedAt, string? PromotedBy);
}
