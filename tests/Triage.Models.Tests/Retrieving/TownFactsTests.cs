using Triage.Models.Inquiries;

namespace Triage.Models.Tests.Retrieving;

public sealed class TownFactsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("town").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Offices_places_and_fees_are_read_from_their_files()
    {
        Write("offices/kulturamt.json", """
            {"id":"kulturamt","name":"Kultur","address":"Rathausplatz 1","phone":"05999 910-550",
             "places":[{"id":"buecherei","name":"Stadtbücherei","address":"Schulstraße 3","hours":"Samstag 10 bis 13 Uhr"}]}
            """);
        Write("fees/kulturamt.json", """[{"id":"ausweis","name":"Leseausweis","amount":"15 Euro im Jahr","as_of":"2026-03-01","local":true}]""");

        var facts = TownFacts.Load(folder);

        Assert.Equal("Samstag 10 bis 13 Uhr", facts.Value("hours", "kulturamt/buecherei"));
        Assert.Equal("15 Euro im Jahr", facts.Value("fee", "ausweis"));
        Assert.Equal(new DateOnly(2026, 3, 1), facts.Fee("ausweis")!.AsOf);
        Assert.Null(facts.Value("hours", "kulturamt"));
        Assert.Null(facts.Contact("unbekannt"));
    }

    [Fact]
    public void A_bad_file_is_named()
    {
        Write("offices/kulturamt.json", """{"id":"kulturamt","name":"Kultur"}""");

        Assert.Contains("kulturamt.json", Assert.Throws<InvalidDataException>(() => TownFacts.Load(folder)).Message);
    }

    [Fact]
    public void A_fee_stands_only_once()
    {
        Write("fees/a.json", """[{"id":"x","name":"X","amount":"1 Euro"}]""");
        Write("fees/b.json", """[{"id":"x","name":"X","amount":"2 Euro"}]""");

        Assert.Contains("'x'", Assert.Throws<InvalidDataException>(() => TownFacts.Load(folder)).Message);
    }

    private void Write(string name, string content)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
