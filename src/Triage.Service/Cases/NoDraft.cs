using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Cases;

/// <summary>Why a case has no draft, in words, or how far it is.</summary>
internal sealed class NoDraft(TriageDbContext db, Municipality town, SuggestionSwitch suggestions, DraftsInWork inWork)
{
    /// <summary>How far the draft is that is being made; null when none is.</summary>
    public async Task<string?> ComingAsync(Case subject, CancellationToken cancellation) =>
        subject.WithoutAi || town.Kind(subject.Kind) is { InformalAnswer: false } ? null
        : inWork.Words(subject.Id) ?? (subject.Status == CaseStatus.Received || await IsBeingWrittenAsync(subject, cancellation) ? "Der Entwurf wird gerade erstellt." : null);

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

        if (await ComingAsync(subject, cancellation) is not null)
        {
            return "Sie können schon selbst schreiben; Ihr Text wird nicht überschrieben.";
        }

        if (draft is { State: DraftState.Discarded })
        {
            return "Der Entwurf wurde verworfen.";
        }

        return await suggestions.ArePausedAsync(cancellation)
            ? "KI-Vorschläge sind angehalten. Bitte schreiben Sie die Antwort selbst."
            : "Es gibt keinen Entwurf. Bitte schreiben Sie die Antwort selbst.";
    }

    private Task<bool> IsBeingWrittenAsync(Case subject, CancellationToken cancellation) => db.Work.AnyAsync(
        w => w.State == WorkState.Ready && w.Step == PipelineStep.Draft && db.RawMessages.Any(r => r.Id == w.RawMessageId && r.CaseId == subject.Id), cancellation);
}
