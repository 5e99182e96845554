using Triage.Models.Drafting.Pseudonymizing;

namespace Triage.Models.Tests.Drafting.Pseudonymizing;

public sealed class PersonalDataFinderTests
{
    [Theory]
    [InlineData("Meine IBAN ist DE02 1203 0000 0000 2020 51.", "iban", "DE02 1203 0000 0000 2020 51")]
    [InlineData("Überweisen Sie auf FR14 2004 1010 0505 0001 3M02 606 bitte", "iban", "FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("erreichbar unter 0171 2345678 ab 18 Uhr", "phone", "0171 2345678")]
    [InlineData("Mail: t.harms@post.example, danke", "email", "t.harms@post.example")]
    [InlineData("Steuer-ID 86095742719 liegt bei", "id_number", "86095742719")]
    [InlineData("Kassenzeichen 5512.0098.1, bezahlt", "case_number", "5512.0098.1")]
    [InlineData("der Wagen MUS-KL 412 stand da", "license_plate", "MUS-KL 412")]
    [InlineData("mein Kind, geb. 03.04.2019, kommt", "birthdate", "03.04.2019")]
    [InlineData("wir wohnen jetzt Eschenweg 12a, 31999 Musterstadt.", "address", "Eschenweg 12a, 31999 Musterstadt")]
    [InlineData("ich war bei Frau Ohlendorf im Büro", "name", "Frau Ohlendorf")]
    [InlineData("mein Sohn Tjark geht in die Krippe", "name", "Tjark")]
    [InlineData("Danke im Voraus.\nViele Grüße\nSvantje Ohmstede", "name", "Svantje Ohmstede")]
    [InlineData("wann ist auf? lg mehmet", "name", "mehmet")]
    [InlineData("Дякую! З повагою, Оксана Мельник", "name", "Оксана Мельник")]
    public void Personal_data_of_each_type_is_found(string text, string type, string value) =>
        Assert.Contains(PersonalDataFinder.Find(text), s => s.Type == type && s.Value == value && text.Substring(s.Start, s.Value.Length) == value);

    [Theory]
    [InlineData("Was kostet der Personalausweis und wie lange dauert es?")]
    [InlineData("Die Laterne in der Bahnhofstraße ist seit dem 3. März kaputt.")]
    [InlineData("Ich brauche bis 12 Uhr eine Meldebescheinigung für 9,00 Euro.")]
    [InlineData("Sehr geehrte Damen und Herren, bitte um Auskunft zum Wohngeld.")]
    public void A_text_about_nobody_stays_as_it_is(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Fact]
    public void A_wrong_tax_id_without_a_label_is_no_tax_id() =>
        Assert.True(Checksums.TaxId("86095742719") && !Checksums.TaxId("86095742718"));
}
