using System.Text.Json;
using Triage.Models.Drafting.Translating;
using Triage.Models.Tests.Drafting.LanguageModels;

namespace Triage.Models.Tests.Drafting.Translating;

public sealed class LetterTranslatorTests
{
    private const string Letter = """
        Guten Tag Svantje Ohmstede,

        der Ausweis kostet 46,00 Euro. Er ist nach zwei Wochen da, am 3. November 2026.

        Sie erreichen uns Mo–Fr 8.00–12.30 Uhr unter 05999 910-100 oder ausweis@musterstadt.example. Mehr: https://musterstadt.example/ausweis
        """;

    private static readonly string[] English =
    [
        "Hello [NAME_1],",
        "the identity card costs 46.00 euros. It will be ready after 2 weeks, on 03.11.2026.",
        "You can reach us Monday to Friday from 8:00 to 12:30 at [PHONE_1] or at [EMAIL_1]. You find more at https://musterstadt.example/ausweis",
    ];

    [Fact]
    public async Task A_translation_with_equal_facts_comes_back_with_the_names_and_numbers_that_never_left()
    {
        using var model = ScriptedModel.Says(Json(English));

        var result = await TranslateAsync(model, "en");

        Assert.Null(result.Reason);
        Assert.StartsWith("Hello Svantje Ohmstede,\n\nthe identity card costs 46.00 euros.", result.Text, StringComparison.Ordinal);
        Assert.Contains("at 05999 910-100 or at ausweis@musterstadt.example.", result.Text, StringComparison.Ordinal);
        foreach (var personal in (string[])["Svantje", "Ohmstede", "910-100", "ausweis@"])
        {
            Assert.DoesNotContain(personal, model.Sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_only_the_message_or_its_sender_tells_is_masked_too()
    {
        using var model = ScriptedModel.Says(Json(["[NAME_1] and [NAME_2] get a letter."]));

        var result = await new LetterTranslator(model.Model).TranslateAsync(
            new TranslationRequest("Tjark Pelleboer und Wiebkea bekommen Post.", "Was nun?\nViele Grüße\nTjark Pelleboer", "Wiebkea"), LetterLanguage.Of("en")!, default);

        Assert.DoesNotContain("Pelleboer", model.Sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wiebkea", model.Sent, StringComparison.Ordinal);
        Assert.Equal("Tjark Pelleboer and Wiebkea get a letter.", result.Text);
    }

    [Fact]
    public async Task A_part_of_the_senders_name_is_masked_and_nothing_beside_an_overlap_is_left()
    {
        using var model = ScriptedModel.Says(Json(["no"]));

        await new LetterTranslator(model.Model).TranslateAsync(
            new TranslationRequest("Hier schreibt Pelleboer. Es grüßt Herr Tjark Xaverius Quorn Olbers.", "Was nun?", "Quorn Olbers Pelleboer, Wiebkea"), LetterLanguage.Of("en")!, default);

        foreach (var personal in (string[])["Pelleboer", "Tjark", "Xaverius", "Quorn", "Olbers"])
        {
            Assert.DoesNotContain(personal, model.Sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_left_on_either_side_where_a_found_name_and_a_known_one_overlap()
    {
        using var model = ScriptedModel.Says(Json(["no"]));

        // Found is "Frau Wu Tjark Olbers", known is what follows too; "Wu" and "von und zu" are too short or too common to be known alone.
        await new LetterTranslator(model.Model).TranslateAsync(
            new TranslationRequest("Es grüßt Frau Wu Tjark Olbers von und zu.", "Was nun?", "Tjark Olbers von und zu"), LetterLanguage.Of("en")!, default);

        Assert.Contains("Es grüßt [NAME_1].", model.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Die Quornigen brauchen wir jetzt.", "Was nun?", "Jet Quorn", "Die Quornigen brauchen wir jetzt.")]
    [InlineData("Das Benötigte kommt im Januar.", "Mein Sohn Ben fragt nach dem Ausweis.", null, "Das Benötigte kommt im Januar.")]
    public async Task A_name_inside_another_word_stays(string letter, string inquiry, string? citizen, string stays)
    {
        using var model = ScriptedModel.Says(Json(["no"]));

        await new LetterTranslator(model.Model).TranslateAsync(new TranslationRequest(letter, inquiry, citizen), LetterLanguage.Of("en")!, default);

        Assert.Contains(stays, model.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("46.00", "64.00")]
    [InlineData("2 weeks", "3 weeks")]
    [InlineData("2 weeks", "weeks")]
    [InlineData("03.11.2026", "11.03.2026")]
    [InlineData("12:30", "11:30")]
    [InlineData("Friday", "Thursday")]
    [InlineData("[PHONE_1]", "")]
    [InlineData("[EMAIL_1]", "[EMAIL_1] or info@musterstadt.example")]
    [InlineData("/ausweis", "/pass")]
    [InlineData("[NAME_1]", "[NAME_7]")]
    [InlineData("costs 46.00 euros.", "costs 46.00 euros. You get 5 euros back.")]
    [InlineData("12:30 at", "12:30 p.m. at")]
    [InlineData("12:30 at", "12:30\nat")]
    public async Task A_translation_with_another_fact_is_tried_once_more_and_then_dropped(string right, string wrong)
    {
        using var model = ScriptedModel.Says(Json([.. English.Select(p => p.Replace(right, wrong, StringComparison.Ordinal))]));

        var result = await TranslateAsync(model, "en");

        Assert.Null(result.Text);
        Assert.Contains("other numbers, dates or addresses", result.Reason, StringComparison.Ordinal);
        Assert.Equal(2, model.Endpoint.Requests.Count);
        Assert.Equal(2, result.Use.Requests);
    }

    [Fact]
    public async Task The_second_try_may_be_right()
    {
        using var model = ScriptedModel.Says(Json(English[..2]), Json(English));

        var result = await TranslateAsync(model, "en");

        Assert.Null(result.Reason);
        Assert.NotNull(result.Text);
    }

    [Fact]
    public async Task What_is_left_out_added_or_still_German_is_refused()
    {
        using var less = ScriptedModel.Says(Json(English[..2]));
        using var more = ScriptedModel.Says(Json([.. English, "Best regards"]));
        using var german = ScriptedModel.Says(Json(["Guten Tag [NAME_1],", "der Ausweis kostet 46,00 Euro und ist nach 2 Wochen da, am 03.11.2026.", "Sie erreichen uns Montag bis Freitag 8.00–12.30 Uhr unter [PHONE_1] oder [EMAIL_1]. Mehr: https://musterstadt.example/ausweis"]));

        Assert.Contains("2 paragraphs instead of 3", (await TranslateAsync(less, "en")).Reason, StringComparison.Ordinal);
        Assert.Contains("4 paragraphs instead of 3", (await TranslateAsync(more, "en")).Reason, StringComparison.Ordinal);
        Assert.Contains("another language", (await TranslateAsync(german, "en")).Reason, StringComparison.Ordinal);
        using var dutch = ScriptedModel.Says(Json(["Goedendag [NAME_1],", "het paspoort kost 46,00 euro. Het is niet meteen klaar, maar na 2 weken, op 03.11.2026, en wij bewaren het graag voor u.", "U kunt ons bereiken van Monday tot Friday van 8:00 tot 12:30 op [PHONE_1] of [EMAIL_1]. Meer over het paspoort: https://musterstadt.example/ausweis"]));
        Assert.Contains("another language", (await TranslateAsync(dutch, "en")).Reason, StringComparison.Ordinal);
        using var half = ScriptedModel.Says(Json([English[0], "der Ausweis kostet 46,00 Euro. Er ist nach 2 Wochen da, am 03.11.2026.", English[2]]));
        Assert.Contains("another language", (await TranslateAsync(half, "en")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_translations_are_no_outage_and_leave_the_endpoint_open()
    {
        using var model = ScriptedModel.Says([.. Enumerable.Repeat("not JSON", 6), Json(English)]);

        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await TranslateAsync(model, "en")).Text);
        }

        Assert.NotNull((await TranslateAsync(model, "en")).Text);
    }

    [Fact]
    public async Task Fault_34_a_translation_may_be_as_long_as_its_letter_and_is_not_asked_for_again_when_it_is_too_long()
    {
        using var model = new ScriptedModel(ScriptedEndpoint.Streams("{", "length"));
        var letter = string.Join("\n\n", Enumerable.Repeat("Der Ausweis ist in zwei Wochen da.", 100));

        var result = await new LetterTranslator(model.Model).TranslateAsync(new TranslationRequest(letter, "Was nun?", null), LetterLanguage.Of("en")!, default);

        Assert.Null(result.Text);
        Assert.Contains($"_tokens\":{letter.Length + 200}", Assert.Single(model.Endpoint.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"paragraphs":["a"],"send":true}""")]
    [InlineData("""{"paragraphs":null}""")]
    public async Task Fault_35_an_answer_of_another_shape_is_refused(string answer)
    {
        using var model = ScriptedModel.Says(answer);

        Assert.Null((await TranslateAsync(model, "en")).Text);
    }

    [Fact]
    public async Task Numbers_among_Arabic_words_are_isolated_so_that_they_read_from_left_to_right()
    {
        using var model = ScriptedModel.Says(Json(["مرحبا [NAME_1]،", "تكلفة بطاقة الهوية (البطاقة) ٤٦٫٠٠ يورو. ستكون جاهزة بعد 2 أسبوع، في 03.11.2026.", "يمكنكم الاتصال بنا من الاثنين إلى الجمعة من الساعة 8:00 إلى 12:30 على الرقم [PHONE_1] أو على البريد [EMAIL_1]. المزيد: https://musterstadt.example/ausweis"]));

        var result = await TranslateAsync(model, "ar");

        Assert.Null(result.Reason);
        Assert.Contains("\u206605999 910-100\u2069", result.Text, StringComparison.Ordinal);
        Assert.Contains("\u206603.11.2026\u2069", result.Text, StringComparison.Ordinal);
        Assert.Contains(" (البطاقة)", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("46,00", "46.00")]
    [InlineData("1.234,50", "1,234.50")]
    [InlineData("8.30 Uhr", "08:30")]
    [InlineData("Dienstag", "у вівторок")]
    [InlineData("Mittwoch und Sonntag", "в среду и воскресенье")]
    [InlineData("Donnerstag, Freitag", "perşembe, cuma")]
    [InlineData("Samstag", "cumartesi günü")]
    [InlineData("Dienstag und Samstag", "سه‌شنبه و شنبه")]
    [InlineData("Montag bis Freitag", "من الاثنين حتى الجمعة")]
    [InlineData("Mittwoch", "w środę")]
    [InlineData("Donnerstag", "پنج شنبه")]
    [InlineData("Montagnachmittag, Samstag", "у понеділок, щосуботи")]
    [InlineData("Dienstag, Donnerstag", "salıya, perşembeden")]
    [InlineData("Montage", "средства, środki, четверть, czwarty, пятно")]
    [InlineData("8.05", "08.05")]
    [InlineData("siehe https://musterstadt.example/ausweis", "see ‹https://musterstadt.example/ausweis›")]
    public void Facts_are_equal_in_every_spelling(string german, string other) =>
        Assert.Equal(TranslatedFacts.Of(german), TranslatedFacts.Of(other));

    [Theory]
    [InlineData("46,00", "46,50")]
    [InlineData("1.234", "1.324")]
    [InlineData("8.30 Uhr", "8.03")]
    [InlineData("Donnerstag", "cuma")]
    [InlineData("Samstag", "یکشنبه")]
    [InlineData("2", "2 und 2")]
    [InlineData("0,5", "0.05")]
    [InlineData("2,5", "2.05")]
    [InlineData("1:05", "1.5")]
    [InlineData("0,125", "125")]
    [InlineData("01234", "1234")]
    public void Other_facts_are_not(string german, string other) =>
        Assert.NotEqual(TranslatedFacts.Of(german), TranslatedFacts.Of(other));

    [Theory]
    [InlineData("12 Euro für 3 Tage", "12 euros for 3 days")]
    [InlineData("12 Euro für 3 Tage", "for 3 days you pay €12")]
    [InlineData("12 Euro für 3 Werktage", "12 EUR for 3 working days")]
    [InlineData("Der Ausweis kostet 46 Euro und ist in 2 Wochen da.", "Kimlik 2 hafta içinde hazır olur ve 46 Euro'dur.")]
    [InlineData("Sie haben 14 Tage Zeit und zahlen 5 Euro.", "У вас є 14 днів, і ви платите 5 євро.")]
    [InlineData("Sie haben 1 Monat Zeit und zahlen 5 Euro.", "У вас 1 месяц, вы платите 5 евро.")]
    [InlineData("Unter 24 Jahren zahlen Sie 22,80 Euro, sonst 46 Euro.", "تدفع 22.80 يورو إذا كان عمرك أقل من 24 سنة، وإلا 46 يورو.")]
    [InlineData("In 3 Tagen und für 12 Euro", "Za 12 euro w ciągu 3 dni")]
    [InlineData("In 3 Monaten für 12 Euro", "Pour 12 € en 3 mois")]
    [InlineData("5 % nach 6 Wochen", "پس از ۶ هفته ۵ درصد")]
    [InlineData("Sie zahlen 46 Euro statt 60 Euro.", "60 Euro yerine 46 Euro ödersiniz.")]
    [InlineData("Montag bis Freitag 8–12 Uhr, Samstag 9–11 Uhr", "Monday to Friday 8–12, Saturday 9–11")]
    [InlineData("Montag bis Freitag 8–12 Uhr, Samstag 9–11 Uhr", "8:00 to 12:00 from Monday to Friday, 9:00 to 11:00 on Saturday")]
    [InlineData("Montag 8 bis 12 Uhr, Dienstag geschlossen", "Pazartesi saat 8'den 12'ye kadar, Salı kapalı")]
    [InlineData("Am 10.11.2026 berät der Rat über den Antrag vom 03.11.2026.", "Konsey, 03.11.2026 tarihli başvuruyu 10.11.2026 tarihinde görüşür.")]
    [InlineData("Wir öffnen am Montag um 8 Uhr. Kommen Sie am Dienstag um 9 Uhr.", "We open at 8:00 on Monday. On Tuesday come at 9:00.")]
    [InlineData("Es gilt § 5 Abs. 3 Satz 2 der Satzung.", "Sentence 2 of paragraph 3 of § 5 of the statute applies.")]
    public void A_translation_may_order_a_sentence_in_its_own_way(string german, string other) =>
        Assert.True(TranslatedFacts.AreEqual(german, other));

    [Theory]
    [InlineData("12 Euro für 3 Tage", "3 euros for 12 days")]
    [InlineData("12 Euro für 3 Tage", "12 gün için 3 Euro")]
    [InlineData("12 Euro für 3 Tage", "3 євро за 12 днів")]
    [InlineData("12 Euro für 3 Tage", "3 евро за 12 дней")]
    [InlineData("12 Euro für 3 Tage", "3 يورو مقابل 12 يوما")]
    [InlineData("12 Euro für 3 Tage", "3 euro za 12 dni")]
    [InlineData("12 Euro für 3 Tage", "3 € pour 12 jours")]
    [InlineData("12 Euro für 3 Tage", "۳ یورو برای ۱۲ روز")]
    [InlineData("2 Wochen", "2 months")]
    [InlineData("14 Tage", "14 hafta")]
    [InlineData("46 Euro", "46 cents")]
    [InlineData("3 Wochen oder 3 Monate", "3 weeks or 3 weeks")]
    [InlineData("2 bis 3 Wochen", "3 to 2 weeks")]
    [InlineData("vom 03.11.2026 bis zum 10.11.2026", "from 10.11.2026 until 03.11.2026")]
    [InlineData("Der Ausweis kostet 46 Euro. Der Pass kostet 70 Euro.", "The identity card costs 70 euros. The passport costs 46 euros.")]
    [InlineData("Montag 8–12 Uhr, Dienstag geschlossen", "Monday closed, Tuesday 8–12")]
    [InlineData("Montag 8–12 Uhr, Dienstag 14–18 Uhr", "Monday 14–18, Tuesday 8–12")]
    [InlineData("Montag 8–12 Uhr, Dienstag 14–18 Uhr", "Tuesday 8–12, Monday 14–18")]
    public void A_translation_that_gives_a_fact_another_place_or_unit_is_not_equal(string german, string other) =>
        Assert.False(TranslatedFacts.AreEqual(german, other));

    [Theory]
    [InlineData("innerhalb von zwei Wochen", "innerhalb von 2 Wochen")]
    [InlineData("bis zum 3. Mai 2026, am 1. März", "bis zum 03.05.2026, am 01.03.")]
    [InlineData("Mo–Fr 8 Uhr, Sa 9 Uhr", "Montag–Freitag 8 Uhr, Samstag 9 Uhr")]
    [InlineData("So geht es. Di", "So geht es. Di")]
    [InlineData("um halb neun oder halb eins, ein Jahr", "um 8:30 oder 12:30, ein Jahr")]
    [InlineData("So: 1. Mo 8 Uhr\nSo:\n1. Antrag", "So: 1. Montag 8 Uhr\nSo:\n1. Antrag")]
    [InlineData("https://zwei.example/drei-fragen, zwei@example.org", "https://zwei.example/drei-fragen, zwei@example.org")]
    [InlineData("im Drei-Eichen-Weg bei Frau Dreißig, außer Acht", "im Drei-Eichen-Weg bei Frau Dreißig, außer Acht")]
    [InlineData("Straße des 17. Juni. Zwei Wochen.", "Straße des 17. Juni. 2 Wochen.")]
    public void A_letter_is_prepared_so_that_its_facts_look_the_same_in_every_language(string german, string prepared) =>
        Assert.Equal([prepared], PreparedLetter.Paragraphs(german));

    [Fact]
    public void German_and_unknown_languages_are_not_translated_into()
    {
        Assert.Null(LetterLanguage.Of("de"));
        Assert.Null(LetterLanguage.Of("unknown"));
        Assert.All((string[])["en", "tr", "uk", "ru", "ar", "pl", "fr", "fa"], code => Assert.NotNull(LetterLanguage.Of(code)));
    }

    private static Task<TranslationResult> TranslateAsync(ScriptedModel model, string language) => new LetterTranslator(model.Model).TranslateAsync(
        new TranslationRequest(Letter, "What does it cost?\nSvantje Ohmstede", null), LetterLanguage.Of(language)!, TestContext.Current.CancellationToken);

    private static string Json(string[] paragraphs) => JsonSerializer.Serialize(new { paragraphs });
}
