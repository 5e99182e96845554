using System.Text.RegularExpressions;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;

namespace Triage.Models.Drafting.Composing;

/// <summary>What stands around an answer: address, thanks, contact. Fixed sentences that people wrote, and the town's facts.</summary>
internal sealed partial class LetterFrame(DraftRequest request)
{
    public const string Emergency = "Wenn jemand in Gefahr ist, rufen Sie bitte sofort den Notruf: 112 für Feuerwehr und Rettungsdienst, 110 für die Polizei.";
    public const string NoSource = "Zu Ihrem Anliegen haben wir noch keine geprüfte Auskunft. Deshalb nennen wir Ihnen heute keine Beträge und keine Fristen.";
    public const string AskBack = "Bitte schreiben Sie uns noch, worum es genau geht: um welchen Ort, welchen Zeitraum oder welchen Bescheid. Dann können wir Ihnen gezielt antworten.";
    public const string PersonalFile = "Wie es in Ihrer Sache steht, sehen wir nur in Ihrer Akte. Am schnellsten erfahren Sie es am Telefon. Bitte nennen Sie dabei das Aktenzeichen aus unserem Brief, wenn Sie eines haben.";
    public const string Papers = "Bitte nennen Sie uns noch das Aktenzeichen aus unserem Brief, wenn es in Ihrer Nachricht fehlt. Dann können wir Ihre Unterlagen zuordnen.";
    public const string Complaint = "Damit wir Ihre Beschwerde prüfen können, schreiben Sie uns bitte noch Ort, Tag und Uhrzeit, wenn sie in Ihrer Nachricht fehlen.";
    public const string Praise = "Wir haben sie mit Interesse gelesen.";
    public const string Report = "Wenn der genaue Ort in Ihrer Nachricht fehlt, schreiben Sie ihn uns bitte noch. Ein Foto hilft uns auch.";
    public const string Booking = "Einen Termin vereinbaren Sie am besten am Telefon. Nennen Sie uns zwei oder drei Tage, die Ihnen passen.";
    public const string Handover = "Für Ihr Anliegen ist nicht die Stadtverwaltung zuständig. Bitte wenden Sie sich direkt an diese Stelle:";
    public const string OpenQuestion = "Dazu haben wir noch keine geprüfte Auskunft.";
    public const string AskUs = "Haben Sie noch Fragen? Sie erreichen uns so:";
    public const string Answer = "Haben Sie noch Fragen? Antworten Sie einfach auf diese Nachricht.";

    /// <summary>The office that signs; null where the town's facts know none.</summary>
    public ContactFacts? Office { get; } = request.Town.Contact(DepartmentOf(request));

    public bool IsExternal { get; } = request.Municipality.Department(request.Classification.Department)?.External == true;

    public string Greeting
    {
        get
        {
            var name = request.SenderName is { } sender && IsPerson(sender.Trim()) ? sender.Trim() : SignedName();
            return name is null ? "Guten Tag," : $"Guten Tag {name},";
        }
    }

    public string Thanks
    {
        get
        {
            var topic = request.Municipality.Topic(request.Classification.Topic)?.Name;
            var about = topic is null ? string.Empty : $" zum Thema „{topic}“";
            return request.Classification.Kind switch
            {
                "meldung" => $"vielen Dank für Ihren Hinweis{about}.",
                "beschwerde" => $"vielen Dank, dass Sie uns Ihren Ärger offen geschrieben haben. Ihre Nachricht{about} ist bei uns angekommen.",
                "lob_idee" => $"vielen Dank für Ihre Rückmeldung{about}.",
                "unterlagen" => $"vielen Dank für Ihre Unterlagen{about}.",
                _ => $"vielen Dank für Ihre Nachricht{about}.",
            };
        }
    }

    public string Closing => IsExternal
        ? $"Mit freundlichen Grüßen\n{request.Municipality.Name}"
        : string.Join('\n', ((string?[])
        [
            Lines.Count == 0 ? Answer : AskUs,
            .. Lines,
            string.Empty,
            "Mit freundlichen Grüßen",
            Office?.Name ?? request.Municipality.Name,
            Office?.Address,
        ]).OfType<string>());

    /// <summary>What a letter says that has no source: nothing that could be wrong, and what is missing.</summary>
    public IReadOnlyList<string> WithoutSource => request.Classification.Kind switch
    {
        "sachstand" => [PersonalFile],
        "unterlagen" => [Papers],
        "lob_idee" => [Praise],
        "meldung" => IsExternal ? [] : [Report],
        "beschwerde" => IsExternal ? [] : [Complaint],
        "termin" => IsExternal ? [] : [NoSource],
        _ => IsExternal ? [] : [NoSource, AskBack],
    };

    /// <summary>What to do next, where the answer does not say it.</summary>
    public IReadOnlyList<string> NextSteps(string answer) =>
        request.Classification.Kind == "termin" && Office?.Phone is not null && !answer.Contains("Termin", StringComparison.Ordinal) ? [Booking] : [];

    /// <summary>How to reach the office that a case is handed to.</summary>
    public string Contact => string.Join('\n', ((string?[])
        [Office?.Name, Office?.Address, Line("Telefon", Office?.Phone), Line("E-Mail", Office?.Email), Line("Internet", Office?.Url)]).OfType<string>());

    /// <summary>The frame's own sentences and facts are sources too.</summary>
    public IReadOnlyList<GroundingSource> Sources =>
    [
        new("textblock", string.Empty, string.Join(
            "\n\n", Emergency, NoSource, AskBack, PersonalFile, Papers, Complaint, Praise, Report, Booking, Handover, OpenQuestion, AskUs, Answer, Thanks)),
        new("inquiry", string.Empty, string.Join("\n\n", request.Found.Questions.Select(q => Open(q.Question.Text)))),
        new($"office:{DepartmentOf(request)}", Office?.Name ?? string.Empty,
            string.Join('\n', IsExternal ? $"{Handover}\n{Contact}" : Contact, Closing, Office?.Hours, Office?.Room, request.Municipality.Name)),
    ];

    /// <summary>A question that no source answers, said to be open.</summary>
    public static string Open(string question) => $"Sie fragen auch: „{OpenQuestions.Brief(question)}“ {OpenQuestion}";

    private List<string> Lines =>
        [.. new[] { Line("Telefon", Office?.Phone), Line("E-Mail", Office?.Email), Line("Öffnungszeiten", Office?.Hours) }.OfType<string>()];

    // Where the classifier abstained, the office is that of the best passage.
    private static string DepartmentOf(DraftRequest request) => request.Classification.Department is { Length: > 0 } judged
        ? judged : request.Found is { NoSource: false, Passages: [var best, ..] } && request.Municipality.Department(best.Passage.Department)?.External == false
            ? best.Passage.Department : string.Empty;

    private static string? Line(string label, string? value) => value is null ? null : $"{label}: {value}";

    // The last full name is the signature; a name that the citizen addresses stands at the beginning.
    private string? SignedName()
    {
        try
        {
            return PersonalDataFinder.Find(request.Inquiry.Text)
                .Where(s => s.Type == PersonalDataTypes.Name && s.Start > request.Inquiry.Text.Length / 2 && IsPerson(s.Value))
                .Select(s => s.Value).LastOrDefault();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool IsPerson(string name) => FullName().IsMatch(name) && !Organisation().IsMatch(name);

    // "Müller GmbH", "Team Nordlicht", "Kanzlei Sommer": greeting a firm by name reads like an advertisement.
    [GeneratedRegex(@"\b(?:[gm]*GmbH|UG|AG|KG|KGaA|OHG|GbR|SE|Ltd|Inc|LLC|Stiftung|Team|\w*(?:[Vv]erein|[Vv]erband|[Bb]üro|[Pp]raxis|[Kk]anzlei|[Ff]irma|[Vv]erwaltung|[Vv]ersicherung(?:en)?|[Ii]mmobilien|[Ss]ervice|[Gg]enossenschaft|[Bb]etrieb)|Holding|Group)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(?!(?:Herrn?|Frau|Familie|Fam\.|Oma|Opa|Tante|Onkel|Eheleute)\b)(?:Dr\. |Prof\. )*\p{Lu}[\p{L}'’-]+(?: (?:von|van|de|der|zu|al|\p{Lu}[\p{L}'’.-]*)){1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullName();
}
