using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Erasing;

/// <summary>The page on which an administrator erases. <see cref="Found"/> is null before a search.</summary>
public sealed record ErasureView
{
    public string Query { get; init; } = "";

    public IReadOnlyList<ErasureRow>? Found { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>What was just done.</summary>
    public string? Done { get; init; }
}

/// <summary>
/// Cases that are erased together, as an administrator may see them: numbers, offices and days, nothing that was written.
/// </summary>
public sealed record ErasureRow(long Id, IReadOnlyList<string> Cases, string? Refusal, bool Chosen)
{
    internal static ErasureRow Of(Erasable found, IReadOnlyCollection<long> chosen, Municipality town) =>
        new(found.Id, [.. found.Cases.Select(c => Line(c, town))], found.Refusal, found.Refusal is null && chosen.Contains(found.Id));

    private static string Line(Case subject, Municipality town) =>
        $"{subject.Number}, {CaseWords.Office(subject, town)}, eingegangen am {German.Day(subject.CreatedAt)}"
        + (subject.ClosedAt is { } closed ? $", erledigt am {German.Day(closed)}" : "");
}

internal static class ErasureWords
{
    public static string Done(int count, FreeSpaceState rest) =>
        (count == 1 ? "Die Daten eines Eintrags sind gelöscht." : $"Die Daten von {count} Einträgen sind gelöscht.")
        + rest switch
        {
            FreeSpaceState.Overwritten => "",
            FreeSpaceState.Busy => " Die Datenbank war zu beschäftigt, um auch Reste im freien Speicher zu überschreiben. Das geschieht beim nächsten Löschen.",
            _ => " Reste im freien Speicher der Datenbank ließen sich nicht überschreiben. Der Fehler steht im Log des Dienstes. Bitte sagen Sie es denen, die ihn betreiben.",
        };

    public static string NotErased(ErasureRow row, string why) => $"Nicht gelöscht: {string.Join(" und ", row.Cases)}. {why}";

    public static string Of(ErasureReason reason) => reason switch
    {
        ErasureReason.Request => "Die betroffene Person verlangt es (Art. 17 DSGVO)",
        ErasureReason.Retention => "Die Aufbewahrungsfrist ist abgelaufen",
        ErasureReason.Unlawful => "Die Daten hätten nicht gespeichert werden dürfen",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };
}
