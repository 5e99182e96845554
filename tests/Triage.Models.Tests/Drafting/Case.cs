using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Drafting;

/// <summary>One case about an identity card; only what matters is changed by a test.</summary>
internal static class Case
{
    public static readonly Passage Costs = new(
        "ausweis#kosten", "ausweis", "Personalausweis beantragen", "Kosten und Dauer",
        "Der Personalausweis kostet 46,00 Euro, wenn Sie 24 Jahre oder älter sind. Unter 24 Jahren kostet der Personalausweis 27,60 Euro. Der neue Personalausweis ist nach etwa drei Wochen da.",
        0, 180, "buergerbuero", "personalausweis");

    public static readonly Passage Papers = new(
        "ausweis#mitbringen", "ausweis", "Personalausweis beantragen", "Das bringen Sie mit",
        "Bringen Sie bitte mit:\n\n- Ihren alten Personalausweis\n- ein digitales Passfoto\n- bei einem neuen Namen die Urkunde dazu",
        200, 120, "buergerbuero", "personalausweis");

    public static DraftRequest Request(
        string text = "Was kostet der neue Ausweis?\nViele Grüße\nSvantje Ohmstede", string kind = "frage", bool noSource = false, string department = "buergerbuero")
    {
        var inquiry = new Inquiry("1", "Ausweis", text);
        List<RetrievedPassage> passages = noSource ? [] : [new(Costs, 1), new(Papers, 0.8)];
        return new DraftRequest(inquiry, Judged(kind, department), new InquiryResult(
            passages, noSource, [.. QuestionFinder.Find(inquiry).Select(q => new QuestionResult(q, passages, noSource))]), Town, Municipality);
    }

    private static Classification Judged(string kind, string department) => new(
        department, department == "buergerbuero" ? "personalausweis" : null, kind, kind == "meldung", "de", [], false, [], [], [], [], [], "test");

    private static TownFacts Town => new(
        [
            new ContactFacts("buergerbuero", "Bürgerbüro", "Rathausplatz 1, 31999 Musterstadt", Phone: "05999 910-100", Email: "buergerbuero@musterstadt.example"),
            new ContactFacts("landkreis", "Landkreis Musterkreis", "Kreisstraße 12, 31990 Kreisstadt", Phone: "05998 80-0"),
        ], []);

    private static Municipality Municipality => new(
        "Stadt Musterstadt",
        [new Department("buergerbuero", "Bürgerbüro"), new Department("landkreis", "Landkreis Musterkreis", External: true)],
        [new Topic("personalausweis", "buergerbuero", "Personalausweis", "beantragen")],
        [
            new InquiryKind("frage", "Frage"), new InquiryKind("meldung", "Meldung eines Mangels"),
            new InquiryKind("widerspruch", "Widerspruch", InformalAnswer: false), new InquiryKind("kein_anliegen", "Kein Anliegen"),
        ]);
}
