using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting.Reading;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Cases;

/// <summary>Shows a case's messages.</summary>
internal sealed class MessageViews(TriageDbContext db)
{
    /// <summary>All messages, oldest first, with the words of the suggestion marked in the message that it read.</summary>
    public async Task<IReadOnlyList<MessageView>> OfAsync(long caseId, Suggestion? suggestion, CancellationToken cancellation)
    {
        var messages = await db.Messages.AsNoTracking().Include(m => m.Attachments).Where(m => m.CaseId == caseId)
            .OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(cancellation);
        var ids = messages.Select(m => m.StaffId).OfType<long>().Distinct().ToList();
        var names = await db.Users.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        return [.. messages.Select(m => Show(m, names, m.Id == suggestion?.MessageId ? suggestion.Classification.Because : []))];
    }

    private static MessageView Show(CaseMessage m, Dictionary<long, string> names, IReadOnlyList<Reason> reasons) => new(
        m.Id,
        What(m),
        Who(m, names),
        German.Moment(m.At),
        m.Subject,
        Pieces(m, reasons),
        m.Quoted,
        m.Signature,
        [.. Hints(m)],
        [.. m.Attachments.Select(FileOf)],
        m.RawMessageId is not null,
        m.Direction == MessageDirection.Note)
    {
        Writer = Staff(m, names) ?? (string.IsNullOrWhiteSpace(m.FromName) ? Who(m, names) : m.FromName),
        IsCorrespondence = m.Direction == MessageDirection.Out || (m.Direction == MessageDirection.In && m.Automatic is null),
    };

    public static FileView FileOf(Attachment file) => new(file.Id, file.FileName, Size(file.Size));

    private static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(German.Culture, $"{Math.Max(1, bytes / 1024)} kB")
        : string.Create(German.Culture, $"{bytes / 1024.0 / 1024.0:0.0} MB");

    private static string What(CaseMessage m) => m.Direction switch
    {
        MessageDirection.In => m.Automatic is null ? "Nachricht" : Automatic(m.Automatic),
        MessageDirection.Out => "Antwort der Stadt",
        MessageDirection.Notice => "Automatische Mitteilung der Stadt",
        _ => "Interne Notiz",
    };

    private static string Automatic(string kind) => kind switch
    {
        "bounce" => "Unzustellbar-Meldung",
        "vacation" => "Abwesenheitsnotiz",
        "list" => "Rundschreiben",
        "mdn" => "Lesebestätigung",
        _ => "Automatische Nachricht",
    };

    private static string? Staff(CaseMessage m, Dictionary<long, string> names) =>
        m.StaffId is { } staff ? names.GetValueOrDefault(staff) ?? "Beschäftigte der Stadt" : null;

    private static string Who(CaseMessage m, Dictionary<long, string> names) => Staff(m, names) ?? (m.FromName, m.FromAddress) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } address) => $"{name} <{address}>",
        (_, { Length: > 0 } address) => address,
        ({ Length: > 0 } name, _) => name,
        _ => m.Direction == MessageDirection.In ? "ohne Absender" : "Programm",
    };

    private static IEnumerable<string> Hints(CaseMessage m)
    {
        if (m.ReadingNote is not null)
        {
            yield return m.ReadingNote;
        }

        if (m.DuplicateMessageId)
        {
            yield return "Eine andere Nachricht trägt dieselbe Kennung, hat aber einen anderen Inhalt. Bitte prüfen Sie, ob sie echt ist.";
        }

        if (m.Direction == MessageDirection.In && InjectionDetector.Find($"{m.Subject}\n{m.Text}") is [var place, ..])
        {
            yield return $"Hier scheint jemand einem Programm etwas vorschreiben zu wollen ({place.Sign}){Quotation(place.Text)}. Bitte prüfen Sie den Entwurf besonders genau.";
        }

        if (ReplyAddress.Differs(m.FromAddress, m.ReplyTo))
        {
            yield return $"Antworten sollen an eine andere Domain gehen: {m.ReplyTo}. Bitte prüfen Sie die Adresse.";
        }
    }

    private static string Quotation(string place) => place.Length == 0 ? "" : $": „{(place.Length > 80 ? $"{place[..80].TrimEnd()} …" : place)}“";

    // Reasons count from the start of subject and text; only what stands exactly there is marked.
    private static List<TextPiece> Pieces(CaseMessage m, IReadOnlyList<Reason> reasons)
    {
        var (pieces, done) = (new List<TextPiece>(), 0);
        var before = m.Subject.Length == 0 ? 0 : m.Subject.Length + 2;
        foreach (var reason in reasons.OrderBy(r => r.Start))
        {
            var start = reason.Start - before;
            if (start >= done && start + reason.Text.Length <= m.Text.Length && string.CompareOrdinal(m.Text, start, reason.Text, 0, reason.Text.Length) == 0)
            {
                pieces.Add(new TextPiece(m.Text[done..start], 0));
                pieces.Add(new TextPiece(reason.Text, Math.Sign(reason.Weight)));
                done = start + reason.Text.Length;
            }
        }

        pieces.Add(new TextPiece(m.Text[done..], 0));
        return [.. pieces.Where(p => p.Text.Length > 0)];
    }
}

/// <summary>Whether a mail asks for answers at another domain than it came from.</summary>
internal static class ReplyAddress
{
    public static bool Differs(string? from, string? replyTo) =>
        from is not null && replyTo is not null && !string.Equals(Domain(from), Domain(replyTo), StringComparison.OrdinalIgnoreCase);

    public static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];
}
