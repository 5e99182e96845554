using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Drafting;
using Triage.Service.Retrieving;
using Triage.Service.Sending;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Web;

/// <summary>What an operator looks at: <see cref="Value"/> in words, and whether it is as it should be.</summary>
public sealed record StateLine(string Name, string Value, bool Fine);

internal static class SystemStateEndpoints
{
    public static void MapSystemState(this WebApplication app) =>
        app.MapGet("/systemstand", ShowAsync).RequireAuthorization(p => p.RequireRole(StaffRole.Supervisor, StaffRole.Administrator));

    private static async Task<IResult> ShowAsync(
        TriageDbContext db, ClassifierHost classifier, EmbedderHost embedder, KnowledgeHost knowledge, SuggestionSwitch suggestions, TimeProvider time, CancellationToken cancellation)
    {
        var failed = await db.Work.CountAsync(w => w.State == WorkState.Failed, cancellation);
        var waiting = await db.Work.CountAsync(w => w.State == WorkState.Ready, cancellation);
        var uncertain = await db.Outbox.CountAsync(o => o.State == SendState.Uncertain, cancellation);
        var queued = await db.Outbox.CountAsync(o => o.State == SendState.Held || o.State == SendState.Queued, cancellation);
        var paused = await suggestions.ArePausedAsync(cancellation);
        StateLine[] lines =
        [
            new("Vorschläge zur Zuständigkeit", classifier.Problem ?? $"bereit, {classifier.Current?.ModelVersion}", classifier.Problem is null),
            new("Sprachmodell für Vorschläge", embedder.Problem ?? "bereit", embedder.Problem is null),
            new("Sprachmodell für die Suche", knowledge.Model.Text, knowledge.Model.Fine),
            new("Suche im Wissen", knowledge.State?.Text ?? "beginnt", knowledge.State?.Fine ?? true),
            new("Artikel", knowledge.Problem ?? knowledge.Articles.Count.ToString("N0", Models.Inquiries.German.Culture), knowledge.Problem is null),
            new("KI-Vorschläge", paused ? "angehalten" : "eingeschaltet", !paused),
            new("Fragen an das Sprachmodell für Antworten", await db.LastDaysAsync(time, cancellation) ?? "keine", true),
            new("Nachrichten in Arbeit", waiting.ToString(Models.Inquiries.German.Culture), true),
            new("Nachrichten mit fehlgeschlagenem Schritt", failed.ToString(Models.Inquiries.German.Culture), failed == 0),
            new("Antworten, die noch hinausgehen", queued.ToString(Models.Inquiries.German.Culture), true),
            new("Antworten mit ungewissem Ausgang", uncertain.ToString(Models.Inquiries.German.Culture), uncertain == 0),
        ];
        return Page.Of<SystemStatePage>(new { Lines = lines });
    }
}
