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
    [InlineData("meine bg nummer 25702//0091120 liegt bei", "id_number", "25702//0091120")]
    [InlineData("Aktenzeichen 6 XVII T 211/24, Amtsgericht", "case_number", "6 XVII T 211/24")]
    [InlineData("der Bescheid DSch 26-19 kam gestern", "case_number", "DSch 26-19")]
    [InlineData("Zähler 1 LOG 0067 5512 40 Stand 10.338", "id_number", "1 LOG 0067 5512 40")]
    [InlineData("Rahmennummer FA 77310 K, Korb dran", "id_number", "FA 77310 K")]
    [InlineData("Sayaç numarası 7 WZ 0044812.", "id_number", "7 WZ 0044812")]
    [InlineData("Ihre Nummer dort ist AZR-77-20418.", "case_number", "AZR-77-20418")]
    [InlineData("dowód osobisty CBX 440918. Proszę", "id_number", "CBX 440918")]
    [InlineData("Jahresabrechnung 2025, Kunde 300 77 415", "id_number", "300 77 415")]
    [InlineData("вашого рішення (номер FE-E 3340/26)", "case_number", "FE-E 3340/26")]
    [InlineData("wird übermorgen 100 Jahre alt (30.11.1926).", "birthdate", "30.11.1926")]
    [InlineData("ich wohne in Hafenkante 12. Bitte", "address", "Hafenkante 12")]
    [InlineData("Luisa Tamm HS-31188", "case_number", "HS-31188")]
    [InlineData("ein Volvo, Kennzeichen DK 45 219, steht da", "license_plate", "DK 45 219")]
    [InlineData("Wunsch: MU-RP 86 H.", "license_plate", "MU-RP 86 H")]
    [InlineData("Geboren bin ich am 19.12.2007 hier", "birthdate", "19.12.2007")]
    [InlineData("wohnhaft Villa Rosenthal, Parkstraße 1", "address", "Villa Rosenthal, Parkstraße 1")]
    [InlineData("an rue du Moulin 12, 4000 Liège.", "address", "rue du Moulin 12, 4000 Liège")]
    [InlineData("HAUPTKANAL DICHT FLIEDERSTR. 14 0177 5558123", "phone", "0177 5558123")]
    [InlineData("auf unserem Grundstück Lange Reihe 21 haben wir", "address", "Lange Reihe 21")]
    [InlineData("der Wagen MUS-KL 412 stand da", "license_plate", "MUS-KL 412")]
    [InlineData("mein Kind, geb. 03.04.2019, kommt", "birthdate", "03.04.2019")]
    [InlineData("wir wohnen jetzt Eschenweg 12a, 31999 Musterstadt.", "address", "Eschenweg 12a, 31999 Musterstadt")]
    [InlineData("Sandgasse 40, 2. og links, klingeln", "address", "Sandgasse 40, 2. og links")]
    [InlineData("brown bin gone, 21 Rosenhag, ground floor", "address", "21 Rosenhag, ground floor")]
    [InlineData("auf dem Dach von meinem Mietshaus Nr. 21, drei Pfannen", "address", "Mietshaus Nr. 21")]
    [InlineData("Vertretung: Durchwahl -214.", "phone", "-214")]
    [InlineData("auf der Liste, lfd. Nr. 118, seit drei Jahren", "case_number", "118")]
    [InlineData("Kanzlei, Reg.-Nr. 411/26 KR", "case_number", "411/26 KR")]
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
    [InlineData("Ratsprotokolle von 1848/49 und die Rechnung 2025 über 890 Euro.")]
    [InlineData("Die Birke, Umfang 1,40 m, steht am Spielplatz in Reihe 2.")]
    public void A_text_about_nobody_stays_as_it_is(string text) => Assert.Empty(PersonalDataFinder.Find(text));

    [Fact]
    public void A_wrong_tax_id_without_a_label_is_no_tax_id() =>
        Assert.True(Checksums.TaxId("86095742719") && !Checksums.TaxId("86095742718"));
}
