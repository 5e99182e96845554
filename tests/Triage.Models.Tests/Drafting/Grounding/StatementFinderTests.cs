using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Drafting.Grounding;

public sealed class StatementFinderTests
{
    [Theory]
    [InlineData("12,50 €", "12,50 Euro", "EUR 12.50", "€ 12,50")]
    [InlineData("1.200 Euro", "1200 €", "EUR 1.200,00", "1.200,– Euro")]
    [InlineData("zwei Wochen", "14 Tage", "vierzehn Tagen", "2 Wochen")]
    [InlineData("ein halbes Jahr", "sechs Monate", "6 Monaten", "halben Jahr")]
    [InlineData("ein Vierteljahr", "drei Monate", "3 Monaten")]
    [InlineData("eine Dreiviertelstunde", "45 Minuten")]
    [InlineData("um die Hälfte", "um 50 %", "die halbe Gebühr", "fünfzig Prozent")]
    [InlineData("drei Viertel", "75 Prozent")]
    [InlineData("1,20 Meter", "120 cm", "120 Zentimeter")]
    [InlineData("halb acht", "7.30 Uhr")]
    [InlineData("um zwei Uhr nachmittags", "um 14 Uhr", "14:00 Uhr")]
    [InlineData("am 19.01.2028.", "am 19. Januar 2028.")]
    [InlineData("Mo–Fr von 8 bis 16 Uhr", "Montag bis Freitag 8:00–16:00 Uhr", "montags bis freitags, 8.00 bis 16.00 Uhr", "Mo. - Fr.: 8:00 - 16:00")]
    [InlineData("am 1. März 2026", "01.03.2026", "1.3.2026", "2026-03-01")]
    [InlineData("05999 910-100", "+49 5999 910100", "(05999) 910 100", "05999/910-100")]
    [InlineData("Bahnhofstr. 12", "Bahnhofstraße 12", "Bahnhof-Straße 12", "Bahnhofstrasse 12")]
    [InlineData("5 %", "fünf Prozent", "5 v. H.", "5%")]
    [InlineData("www.musterstadt.example/termine", "https://www.musterstadt.example/termine/", "musterstadt.example/termine", "http://musterstadt.example/termine.")]
    [InlineData("kostenlos", "gebührenfrei", "zahlen Sie nichts", "keine Gebühren")]
    public void Facts_that_are_equal_have_equal_values(params string[] ways) =>
        Assert.Single(ways.Select(way => string.Join('|', StatementFinder.Find(way).Select(s => s.Value))).Distinct());

    [Theory]
    [InlineData("innerhalb von zwei Wochen", "deadline")]
    [InlineData("bis zum 31. März", "deadline")]
    [InlineData("dauert drei Wochen", "duration")]
    [InlineData("§ 17 Abs. 1 BMG", "paragraph")]
    [InlineData("beim Ordnungsamt", "office")]
    [InlineData("die Wohnungsgeberbestätigung", "form")]
    [InlineData("drei Passfotos", "quantity")]
    [InlineData("Rathausplatz 1", "address")]
    [InlineData("31999 Musterstadt", "address")]
    [InlineData("buergerbuero@musterstadt.example", "email")]
    [InlineData("rufen Sie die 112 an", "phone")]
    [InlineData("ein Drittel der Kosten", "percentage")]
    [InlineData("2026 bis zu 299 €", "date", "amount")]
    [InlineData("05999 910-960. Drei Tage", "phone", "duration")]
    public void Each_kind_is_found(string text, params string[] kinds) => Assert.Equal(kinds, StatementFinder.Find(text).Select(s => s.Kind));

    [Theory]
    [InlineData("Ihr Sohn sucht eine Lehrstelle und wohnt in einem Mietshaus.")]
    public void What_is_no_office_is_none(string text) => Assert.DoesNotContain(StatementFinder.Find(text), s => s.Kind == StatementKinds.Office);

    [Theory]
    [InlineData("Zimmer 14, Tonne Nr. 7 und 3 x 240 Liter")]
    [InlineData("Az. 32/2024-17 über 4.711,08 Euro vom 3.2.")]
    public void Every_digit_belongs_to_a_statement(string text)
    {
        var statements = StatementFinder.Find(text);
        Assert.All(Enumerable.Range(0, text.Length).Where(i => char.IsDigit(text[i])), i =>
            Assert.Contains(statements, s => s.Start <= i && i < s.End));
    }

    [Fact]
    public void Places_are_counted_in_the_text_as_it_stands() =>
        Assert.All(StatementFinder.Find("Der Ausweis kostet 46 Euro, er gilt zehn Jahre 😀 und 2 Tage."), s =>
            Assert.Equal(s.Text, "Der Ausweis kostet 46 Euro, er gilt zehn Jahre 😀 und 2 Tage.".Substring(s.Start, s.Text.Length)));
}
