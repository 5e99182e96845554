using Triage.Models.Inquiries;
using Triage.Service.Cases;

namespace Triage.Service.Intake;

/// <summary>A case's way in plain words: taken in, being worked on, answered or closed.</summary>
internal static class StatusSteps
{
    public static IEnumerable<StatusStep> Of(Case subject, DateTimeOffset? answeredAt)
    {
        yield return new($"Eingegangen am {German.Day(subject.CreatedAt)}");
        if (subject.IsDone)
        {
            if (answeredAt is { } answered)
            {
                yield return new($"Beantwortet am {German.Day(answered)}");
            }

            yield return new($"{End(subject.ClosedBecause)} am {German.Day(subject.ClosedAt ?? subject.CreatedAt)}", Current: true);
            yield break;
        }

        if (answeredAt is { } at)
        {
            yield return new($"Zuletzt beantwortet am {German.Day(at)}");
        }

        yield return new(Now(subject), Current: true);
        if (answeredAt is null)
        {
            yield return new("Antwort", Ahead: true);
        }
    }

    private static string Now(Case subject) => subject.Status switch
    {
        CaseStatus.Waiting => "In Bearbeitung: Wir warten auf eine Angabe oder auf einen Termin",
        _ => subject.Department is null ? "In Bearbeitung: Wir klären, wer zuständig ist" : "In Bearbeitung",
    };

    private static string End(CloseReason? because) => because switch
    {
        CloseReason.Withdrawn => "Zurückgezogen",
        CloseReason.ByPhone => "Telefonisch erledigt",
        CloseReason.Duplicate or CloseReason.Joined => "Mit einem anderen Vorgang zusammengelegt",
        _ => "Abgeschlossen",
    };
}
