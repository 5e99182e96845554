using Triage.Evaluation.Data;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Tests.Data;

public sealed class InquiryChecksTests
{
    private static readonly Municipality Town = Municipality.Load(Path.Combine(DataFolder.Find(), "municipality", "municipality.json"));

    private static readonly LabelledInquiry Good = new(
        "A-1", "A", "email", "Hund", "Guten Tag, ich bin Erika Beispiel.", "steueramt", "hundesteuer", "frage", [], false, "de", true, [new("name", "Erika Beispiel")]);

    public static TheoryData<string, int> Planted => new()
    {
        { "good", 0 }, { "office", 1 }, { "kind", 1 }, { "also", 1 }, { "pii", 1 }, { "pii-type", 1 }, { "lang", 1 }, { "channel", 1 }, { "text", 1 }, { "no-inquiry", 1 },
    };

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_defect_is_found(string defect, int expected)
    {
        var row = defect switch
        {
            "office" => Good with { Department = "bauamt" },
            "kind" => Good with { Kind = "wunsch" },
            "also" => Good with { Also = ["hundesteuer"] },
            "pii" => Good with { Pii = [new("name", "Max Muster")] },
            "pii-type" => Good with { Pii = [new("vorname", "Erika")] },
            "lang" => Good with { Lang = "it" },
            "channel" => Good with { Channel = "fax" },
            "text" => Good with { Text = " ", Pii = [] },
            "no-inquiry" => Good with { Kind = "kein_anliegen" },
            _ => Good,
        };

        Assert.Equal(expected, InquiryChecks.Check([row], Town).Count());
    }

    [Fact]
    public void The_same_id_twice_is_found() => Assert.Single(InquiryChecks.Check([Good, Good], Town));

    [Fact]
    public void Two_rows_that_share_most_of_their_words_are_near_duplicates()
    {
        var one = Good with { Id = "1", Text = "unser hund ist gestern gestorben wie melden wir ihn jetzt ab" };
        var two = Good with { Id = "2", Text = "unser hund ist gestern gestorben wie melden wir ihn denn ab" };
        var other = Good with { Id = "3", Text = "wann kommt das laubfahrzeug in den mühlenweg im november" };

        Assert.Equal([("1", "2")], Likeness.NearDuplicates([one, two, other]));
    }

    [Fact]
    public void Openings_are_compared_without_their_salutation()
    {
        LabelledInquiry[] rows = [Good with { Text = "Hallo,\nwann ist das Amt offen bitte" }, Good with { Text = "Sehr geehrte Damen und Herren,\n\nwann ist das Amt offen heute" }];

        Assert.Equal(("wann ist das amt offen", 1.0), Likeness.MostFrequentOpening(rows));
    }
}
