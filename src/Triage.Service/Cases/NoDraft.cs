using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Cases;

/// <summary>Why a case has no draft, in words.</summary>
internal sealed class NoDraft(TriageDbContext db, Municipality town, SuggestionSwitch suggestions)
{
    public async Task<string> WhyAsync(Case subject, StoredDraft? draft, CancellationToken cancellation)
    {
        if (subject.WithoutAi)
        {
            return "Gewünscht ist eine Bearbeitung ohne KI. Darum gibt es keinen Vorschlag und keinen Entwurf.";
        }

        if (town.Kind(subject.Kind) is { InformalAnswer: false } kind)
        {
            return $"Kein Entwurf: „{kind.Name}“ wird nicht formlos beantwortet. Bitte prüfen Sie zuerst Frist und Zuständigkeit.";
        }

        if (draft is { State: DraftState.Discarded })
        {
            return "Der Entwurf wurde verworfen.";
        }

        if (subject.Status == CaseStatus.Received || await IsBeingWrittenAsync(subject, cancellation))
        {
            return "Der Entwurf wird gerade erstellt. Sie können schon selbst schreiben; Ihr Text wird nicht überschrieben.";
        }

        return await suggestions.ArePausedAsync(cancellation)
            ? "KI-Vorschläge sind angehalten. Bitte schreiben Sie die Antwort selbst."
            : "Es gibt keinen Entwurf. Bitte schreiben Sie die Antwort selbst.";
    }

    private Task<bool> IsBeingWrittenAsync(Case subject, CancellationToken cancellation) => db.Work.AnyAsync(
        w => w.State == WorkState.Ready && w.Step == PipelineStep.Draft && db.RawMessages.Any(r => r.Id == w.RawMessageId && r.CaseId == subject.Id), cancellation);
}
