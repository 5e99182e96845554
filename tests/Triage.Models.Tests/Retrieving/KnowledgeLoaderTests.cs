using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Retrieving;

public sealed class KnowledgeLoaderTests : IDisposable
{
    private const string Dog = """
        ---
        id: hund-anmelden
        title: Hund anmelden
        department: steueramt
        topic: hundesteuer
        valid_from: 2026-01-01
        reviewed_at: 2026-03-10
        review_by: 2027-03-10
        source: "Hundesteuersatzung § 3"
        url: https://www.musterstadt.example/hund
        synonyms: [Hundesteuer, Hundemarke]
        conflicts_with: hund-alt
        ---
        ## Was kostet es?
        Der erste Hund kostet {{fee:hund-1}}. Rufen Sie an: {{phone:steueramt}}. Die Kasse: {{hours:steueramt/kasse}}.
        """;

    private static readonly TownFacts Facts = new(
        [new ContactFacts("steueramt", "Steueramt", "Rathausplatz 1", Phone: "05999 910-300")
        {
            Places = [new ContactFacts("kasse", "Stadtkasse", "Rathausplatz 1", Hours: "Montag 8 bis 12 Uhr")],
        }],
        [new Fee("hund-1", "Erster Hund", "90 Euro im Jahr")]);

    private readonly string folder = Directory.CreateTempSubdirectory("knowledge").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Placeholders_are_filled_from_the_towns_facts()
    {
        var article = KnowledgeLoader.Parse(Dog, Facts);

        Assert.Equal(
            "## Was kostet es?\nDer erste Hund kostet 90 Euro im Jahr. Rufen Sie an: 05999 910-300. Die Kasse: Montag 8 bis 12 Uhr.",
            article.Markdown);
        Assert.Equal(new DateOnly(2027, 3, 10), article.ReviewBy);
        Assert.Equal(["Hundesteuer", "Hundemarke"], article.Synonyms);
        Assert.Equal("hund-alt", article.ConflictsWith);
        Assert.False(article.IsStatute);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing() =>
        Assert.Equal(
            KnowledgeLoader.Parse(Dog, Facts).Markdown,
            KnowledgeLoader.Parse("\uFEFF" + Dog.ReplaceLineEndings("\r\n"), Facts).Markdown);

    [Theory]
    [InlineData("{{fee:hund-1}}", "{{fee:hund-9}}", "{{fee:hund-9}}")]
    [InlineData("{{phone:steueramt}}", "{{fax:steueramt}}", "{{fax:steueramt}}")]
    [InlineData("{{phone:steueramt}}", "{{kaputt}}", "{{kaputt}}")]
    [InlineData("title: Hund anmelden", "title:", "'title'")]
    [InlineData("valid_from: 2026-01-01", "valid_from: bald", "'bald'")]
    [InlineData("source: \"", "source: a: b: \"", "front matter")]
    public void What_is_wrong_is_said(string right, string wrong, string named)
    {
        var error = Assert.Throws<FormatException>(() => KnowledgeLoader.Parse(Dog.Replace(right, wrong), Facts));

        Assert.Contains(named, error.Message);
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        File.WriteAllText(Path.Combine(folder, "a.md"), "kein Kopf");
        File.WriteAllText(Path.Combine(folder, "b.md"), Dog);
        File.WriteAllText(Path.Combine(folder, "c.md"), Dog);
        File.WriteAllBytes(Path.Combine(folder, "d.md"), [0x2D, 0xFC, 0xFF]);
        File.WriteAllText(Path.Combine(folder, "README.md"), "Woher das kommt");

        var load = KnowledgeLoader.Load(folder, Facts);

        Assert.Equal("hund-anmelden", Assert.Single(load.Articles).Id);
        Assert.Equal(["a.md", "c.md", "d.md", "b.md"], load.Problems.Select(p => Path.GetFileName(p.File)));
        Assert.Contains("'hund-alt'", load.Problems[3].Reason);
    }

    [Fact]
    public void A_statute_is_known_as_one() =>
        Assert.True(KnowledgeLoader.Parse(Dog.Replace("topic: hundesteuer", "topic: hundesteuer\ntype: statute"), Facts).IsStatute);
}
