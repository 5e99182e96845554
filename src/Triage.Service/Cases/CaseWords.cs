using Triage.Models.Inquiries;
using Triage.Service.Sending;

namespace Triage.Service.Cases;

/// <summary>A case's state, dates and reasons as people read them.</summary>
internal static class CaseWords
{
    public static string Office(Case subject, Municipality town) => town.Department(subject.Department)?.Name ?? "Zu klären";

    public static string State(InboxFacts facts) => facts.Case.Status switch
    {
        CaseStatus.Received => "Vorschlag wird vorbereitet",
        CaseStatus.Waiting => facts.LastSend == SendState.Held ? "Rückfrage freigegeben, noch zurückholbar" : $"wartet bis {German.Day(facts.Case.ResumeAt!.Value)}",
        CaseStatus.Closed => Closed(facts),
        _ when facts.Case.Attention is not null => "bitte prüfen",
        _ when facts.Case.HidesSuggestion => "Stichprobe: Amt wählen",
        _ when facts.AwaitsSignature => "wartet auf Mitzeichnung",
        _ when facts.LastSend == SendState.Held => "Brief freigegeben, noch nicht versandt",
        _ when facts.ReplyBegun => "Antwort in Arbeit",
        _ when facts.HasDraft => "Entwurf liegt vor",
        _ => "offen",
    };

    /// <summary>"heute fällig", "seit 2 Tagen überfällig", "fällig Mi, 02.12.2026 (in 3 Tagen)"; closed and waiting cases name their own date.</summary>
    public static string Due(Case subject, DateTimeOffset now)
    {
        if (subject.IsDone)
        {
            return $"erledigt {German.Day(subject.ClosedAt ?? subject.DueAt)}";
        }

        var days = (German.Local(subject.DueAt).Date - German.Local(now).Date).Days;
        return days switch
        {
            < -1 => $"seit {-days} Tagen überfällig",
            -1 => "seit gestern überfällig",
            0 => "heute fällig",
            1 => $"fällig {German.Day(subject.DueAt)} (morgen)",
            _ => $"fällig {German.Day(subject.DueAt)} (in {days} Tagen)",
        };
    }

    /// <summary>The reasons for which a person closes a case without an answer.</summary>
    public static readonly IReadOnlyList<CloseReason> WithoutAnswer = [CloseReason.NoInquiry, CloseReason.Duplicate, CloseReason.ByPhone, CloseReason.Withdrawn];

    public static string Reason(CloseReason reason) => reason switch
    {
        CloseReason.Answered => "beantwortet",
        CloseReason.NoInquiry => "kein Anliegen",
        CloseReason.Duplicate => "doppelt eingegangen",
        CloseReason.ByPhone => "telefonisch erledigt",
        CloseReason.Withdrawn => "zurückgezogen",
        CloseReason.Joined => "zusammengeführt",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    private static string Closed(InboxFacts facts) => facts.LastSend switch
    {
        SendState.Held => "freigegeben, noch zurückholbar",
        SendState.Queued or SendState.Sending when facts.Case.ClosedBecause == CloseReason.Answered => "freigegeben, wird gesendet",
        _ => facts.Case.ClosedBecause is { } because ? Reason(because) : "erledigt",
    };
}
