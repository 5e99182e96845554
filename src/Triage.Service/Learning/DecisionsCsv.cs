using System.Globalization;
using System.Text;
using Triage.Models.Inquiries;

namespace Triage.Service.Learning;

/// <summary>
/// Decisions as a table for spreadsheets (RFC 4180 with semicolons, as German ones expect). Days instead of moments, and
/// cases numbered within the file, so that no line leads to a person.
/// </summary>
internal static class DecisionsCsv
{
    private const string Head = "Fall;Tag;Entscheidung;Vorschlag sichtbar;Unsicher;Vorgeschlagenes Amt;Vorgeschlagenes Thema;Zuversicht;Gewähltes Amt;Gewähltes Thema;Vorführung;Weiteres Thema vorgeschlagen;Weiteres Amt;Weiteres Thema";

    /// <summary>UTF-8 with a byte order mark. Fewer cases than <see cref="Figure.Fewest"/> leave the head alone.</summary>
    public static byte[] Write(IReadOnlyList<Decision> decisions)
    {
        var numbers = decisions.Select(d => d.CaseId).Distinct().Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i + 1);
        var text = new StringBuilder("\uFEFF").Append(Head).Append("\r\n");
        foreach (var decision in numbers.Count < Figure.Fewest ? [] : decisions)
        {
            text.AppendJoin(';', Fields(decision, numbers[decision.CaseId])).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Ids of offices and topics, numbers and fixed words: nothing needs quotes, and nothing begins a formula.
    private static IEnumerable<string> Fields(Decision d, int number) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        German.Local(d.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Word(d.Kind),
        YesNo(d.SuggestionVisible),
        YesNo(d.Abstained),
        d.SuggestionId is null ? "" : OfficeNames.Key(d.SuggestedDepartment),
        d.SuggestedTopic ?? "",
        d.Confidence?.ToString("0.000", German.Culture) ?? "",
        OfficeNames.Key(d.Department),
        d.Topic ?? "",
        YesNo(d.Demo),
        d.SuggestedAlso ?? "",
        d.Kind is DecisionKind.Split or DecisionKind.Joined ? OfficeNames.Key(d.AlsoDepartment) : "",
        d.AlsoTopic ?? "",
    ];

    private static string YesNo(bool value) => value ? "ja" : "nein";

    private static string Word(DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "Entwurf unverändert gesendet",
        DecisionKind.Edited => "Entwurf geändert und gesendet",
        DecisionKind.Written => "von Hand geschrieben",
        DecisionKind.Rerouted => "abgegeben",
        DecisionKind.Discarded => "Entwurf verworfen",
        DecisionKind.Closed => "ohne Brief geschlossen",
        DecisionKind.BlindCheck => "Stichprobe",
        DecisionKind.Split => "weiteres Anliegen abgespalten",
        DecisionKind.Joined => "wieder zusammengeführt",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such decision."),
    };
}
