using Triage.Models.Drafting.Composing;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class ReplyComposerTests
{
    private readonly ReplyComposer composer = new(null);

    [Fact]
    public async Task A_letter_addresses_answers_cites_and_closes()
    {
        var draft = await composer.ComposeAsync(Case.Request(), default);
        Assert.StartsWith("Guten Tag Svantje Ohmstede,", draft!.Text, StringComparison.Ordinal);
        Assert.Contains("Der Personalausweis kostet 46,00 Euro", draft.Text, StringComparison.Ordinal);
        Assert.Contains("[A]", draft.Text, StringComparison.Ordinal);
        Assert.Contains("05999 910-100", draft.Text, StringComparison.Ordinal);
        Assert.All(draft.Citations, c => Assert.Contains(c.Marker, draft.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_amount_of_a_letter_is_critical_and_has_its_source()
    {
        var draft = await composer.ComposeAsync(Case.Request(), default);
        Assert.Contains(draft!.Critical, c => c is { Kind: "amount", Text: "46,00 Euro", Supported: true });
        Assert.All(draft.Critical, c => Assert.Equal(c.Text, draft.Text.Substring(c.Start, c.Text.Length)));
    }

    [Fact]
    public async Task A_composed_letter_says_nothing_without_a_source()
    {
        var draft = await composer.ComposeAsync(Case.Request("Was kostet der Ausweis und was muss ich mitbringen?"), default);
        Assert.All(draft!.Critical, c => Assert.True(c.Supported, $"{c.Kind}: {c.Text}"));
        Assert.Contains("- ein digitales Passfoto", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("widerspruch")]
    [InlineData("kein_anliegen")]
    public async Task An_objection_or_an_advertisement_gets_no_draft(string kind) =>
        Assert.Null(await composer.ComposeAsync(Case.Request(kind: kind), default));

    [Fact]
    public async Task Without_a_source_nothing_is_promised_and_what_is_missing_is_asked()
    {
        var draft = await composer.ComposeAsync(Case.Request(noSource: true), default);
        Assert.True(draft!.NoSource);
        Assert.Empty(draft.Citations);
        Assert.DoesNotContain(draft.Critical, c => c.Kind is "promise" or "amount" or "deadline");
        Assert.Contains(LetterFrame.AskBack, draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_ours_names_who_is_with_contact()
    {
        var draft = await composer.ComposeAsync(Case.Request(noSource: true, department: "landkreis"), default);
        Assert.Contains("Landkreis Musterkreis\nKreisstraße 12, 31990 Kreisstadt\nTelefon: 05998 80-0", draft!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_that_a_case_is_handed_to_raises_no_alarm_beside_another_that_a_passage_names()
    {
        var passage = new Passage("belehrung", "belehrung", "Belehrung", "Wo bekomme ich sie?", "Bitte wenden Sie sich direkt an das Gesundheitsamt des Landkreises Musterkreis. Diese Stelle ist zuständig.", 0, 110, "landkreis", "gesundheit");
        var request = Case.Request("Wo bekomme ich die Belehrung?", department: "landkreis");
        List<RetrievedPassage> found = [new(passage, 1)];
        var draft = await composer.ComposeAsync(request with { Found = new InquiryResult(found, false, []) }, default);
        Assert.Contains("Gesundheitsamt", draft!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Critical, c => !c.Supported);
    }

    [Fact]
    public async Task An_urgent_report_names_the_emergency_numbers() =>
        Assert.Contains("112", (await composer.ComposeAsync(Case.Request("Kabel hängt runter!", "meldung"), default))!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Müller GmbH")]
    [InlineData("Team Nordlicht")]
    [InlineData("Steuerkanzlei Sommer")]
    [InlineData("Turnverein Musterstadt")]
    public async Task A_firm_is_not_greeted_by_name(string sender) =>
        Assert.StartsWith("Guten Tag,", (await composer.ComposeAsync(Case.Request("Was kostet der neue Ausweis?") with { SenderName = sender }, default))!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("frage", "Was kostet der neue Ausweis?", 0.9, true)]
    [InlineData("sachstand", "Wann ist der neue Ausweis fertig?", 0.8, false)]
    [InlineData("sachstand", "Wann ist der neue Ausweis fertig?", 0.4, true)]
    [InlineData("unterlagen", "Anbei das Foto für den neuen Ausweis.", 0.8, false)]
    [InlineData("meldung", "Der Automat für den neuen Ausweis ist kaputt.", 0.8, false)]
    [InlineData("beschwerde", "Warum dauert ein neuer Ausweis bei Ihnen so lange?", 0.8, false)]
    [InlineData("beschwerde", "Eine Frechheit! Und was kostet der neue Ausweis?", 0.8, true)]
    [InlineData("lob_idee", "Danke an alle, die mir beim neuen Ausweis geholfen haben!", 0.8, false)]
    [InlineData("lob_idee", "Eine Idee: Könnte der neue Ausweis mit der Post kommen?", 0.8, true)]
    public async Task Who_only_tells_or_asks_for_the_file_gets_no_page_of_rules(string kind, string text, double sure, bool answered)
    {
        var request = Case.Request(text, kind);
        var draft = await composer.ComposeAsync(request with { Classification = request.Classification with { Kinds = [new(kind, sure)] } }, default);
        Assert.Equal(answered, !draft!.NoSource);
        Assert.Equal(answered, draft.Citations.Count > 0);
    }

    [Fact]
    public async Task A_complaint_without_a_question_is_asked_for_what_is_missing()
    {
        var draft = await composer.ComposeAsync(Case.Request("Im Amt wurde ich unfreundlich behandelt.", "beschwerde"), default);
        Assert.Contains(LetterFrame.Complaint, draft!.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Critical);
    }
}
