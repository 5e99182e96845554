using Triage.Models.Intake;

namespace Triage.Models.Tests.Intake;

public sealed class ReplyTrimmerTests
{
    private const string New = "Guten Tag,\n\nkönnen Sie den Termin verschieben?\n\nViele Grüße\nErika Muster";
    private const string Old = "\n\nSehr geehrte Frau Muster,\n\nIhr Termin ist am Montag.\n\nMit freundlichen Grüßen\nStadt Musterstadt";

    public static TheoryData<string> HistoryMarks =>
    [
        "Von: Stadt Musterstadt <amt@example.net>\nGesendet: Montag, 2. März 2026 10:15\nAn: Erika Muster <erika@example.org>\nBetreff: Ihr Termin",
        "________________________________\nVon: Stadt Musterstadt <amt@example.net>\nGesendet: Montag, 2. März 2026 10:15\nAn: erika@example.org\nCc: bau@example.net\nBetreff: Ihr Termin",
        "*Von:* Stadt Musterstadt <amt@example.net>\n*Gesendet:* Montag, 2. März 2026 10:15\n*An:* erika@example.org\n*Betreff:* Ihr Termin",
        "-----Ursprüngliche Nachricht-----\nVon: Stadt Musterstadt\nGesendet: Montag, 2. März 2026 10:15\nAn: Erika Muster\nBetreff: Ihr Termin",
        "-------- Ursprüngliche Nachricht --------\nBetreff: Ihr Termin\nVon: Stadt\nAn: Erika\nDatum: 02.03.26 10:15",
        "Gesendet: Montag, 02. März 2026 um 10:15 Uhr\nVon: \"Stadt Musterstadt\" <amt@example.net>\nAn: erika@example.org\nBetreff: Ihr Termin",
        "Am 02.03.2026 um 10:15 schrieb Stadt Musterstadt <amt@example.net>:",
        "Am 02.03.26 um 10:15 schrieb Stadt Musterstadt:",
        "Am Mo., 2. März 2026 um 10:15 Uhr schrieb Stadt Musterstadt <\namt@example.net>:",
        "Am Montag, den 2. März 2026, 10:15:02 MEZ hat Stadt Musterstadt <amt@example.net> Folgendes geschrieben:",
        "Am 2. März 2026 10:15:33 MEZ schrieb \"Stadt Musterstadt\" <amt@example.net>:",
        "Stadt Musterstadt <amt@example.net> schrieb am Mo., 2. März 2026, 10:15:",
        "On Mon, Mar 2, 2026 at 10:15 AM Town Hall <amt@example.net> wrote:",
        "On 2 Mar 2026, at 10:15, Town Hall <amt@example.net>\nwrote:",
        "From: Town Hall <amt@example.net>\nSent: Monday, March 2, 2026 10:15 AM\nTo: Erika\nSubject: Your appointment",
        "Belediye <amt@example.net>, 2 Mar 2026 Pzt, 10:15 tarihinde şunu yazdı:",
        "Kimden: Belediye <amt@example.net>\nGönderildi: 2 Mart 2026 Pazartesi 10:15\nKime: Erika\nKonu: Randevu",
        "пн, 2 бер. 2026 р. о 10:15 Мерія <amt@example.net> пише:",
        "пн, 2 мар. 2026 г. в 10:15, Мэрия <amt@example.net>:",
        "2 марта 2026 г., в 10:15, Мэрия <amt@example.net> написал(а):",
        "От: Мэрия <amt@example.net>\nОтправлено: 2 марта 2026 г. 10:15\nКому: Эрика\nТема: Приём",
        "Від: Мерія <amt@example.net>\nНадіслано: 2 березня 2026 р. 10:15\nКому: Еріка\nТема: Прийом",
        "pon., 2 mar 2026 o 10:15 Urząd <amt@example.net> napisał(a):",
        "Od: Urząd <amt@example.net>\nWysłano: poniedziałek, 2 marca 2026 10:15\nDo: Erika\nTemat: Termin",
        "Le lun. 2 mars 2026 à 10:15, Mairie <amt@example.net> a écrit :",
        "De : Mairie <amt@example.net>\nEnvoyé : lundi 2 mars 2026 10:15\nÀ : Erika\nObjet : Rendez-vous",
        "El lun, 2 mar 2026 a las 10:15, Ayuntamiento (<amt@example.net>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 10:15 Comune <amt@example.net> ha scritto:",
        "Op ma 2 mrt 2026 om 10:15 schreef Gemeente <amt@example.net>:",
        "În lun., 2 mar. 2026 la 10:15, Primăria <amt@example.net> a scris:",
        "po 2. 3. 2026 v 10:15 odesílatel Úřad <amt@example.net> napsal:",
        "Στις Δευ 2 Μαρ 2026 στις 10:15 π.μ., ο χρήστης Δήμος <amt@example.net> έγραψε:",
    ];

    [Theory]
    [MemberData(nameof(HistoryMarks))]
    public void History_below_the_reply_is_cut_in_every_language_and_mail_program(string mark)
    {
        var trimmed = ReplyTrimmer.Trim($"{New}\n\n{mark}{Old}", "AW: Ihr Termin");

        Assert.Equal(New, trimmed.Reply);
        Assert.Contains("Ihr Termin ist am Montag", trimmed.Quoted, StringComparison.Ordinal);
        Assert.Null(trimmed.Forwarded);
    }

    [Theory]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Von meinem Samsung Galaxy Smartphone gesendet.")]
    [InlineData("Gesendet mit der GMX Mail App")]
    [InlineData("Gesendet mit der WEB.DE Mail App")]
    [InlineData("Gesendet von Outlook für Android<https://aka.ms/AAb9ysg>")]
    [InlineData("Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.")]
    [InlineData("Gesendet mit der Telekom Mail App")]
    [InlineData("Von Yahoo Mail auf Android gesendet")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Get Outlook for iOS")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("iPhone'umdan gönderildi")]
    [InlineData("Надіслано з iPhone")]
    [InlineData("Отправлено с iPhone")]
    [InlineData("Wysłane z iPhone'a")]
    [InlineData("-- \nErika Muster\nMusterweg 5\nTel. 01234 56789")]
    public void A_footer_is_no_part_of_the_reply(string footer)
    {
        var trimmed = ReplyTrimmer.Trim($"{New}\n\n{footer}");

        Assert.Equal(New, trimmed.Reply);
        Assert.NotNull(trimmed.Signature);
    }

    [Theory]
    [InlineData("Am 12.03.2026 habe ich Ihnen geschrieben:\n\nDie Laterne ist aus.\n\nPassiert ist nichts.")]
    [InlineData("Am 12.03.2026 schrieb mir Ihr Amt:\n\nDer Antrag sei unvollständig.\n\nWas fehlt?")]
    [InlineData("Verloren habe ich den Schirm auf dieser Strecke:\nVon: Bahnhof\nAn: Marktplatz\nDatum: 3. März\n\nBitte melden.")]
    [InlineData("Öffnungszeiten?\n-----------------------------\nMontag\nDienstag\n\nIch brauche das für einen längeren Aushang in unserem Verein, bitte.")]
    [InlineData("Ich möchte wissen:\n\nAm 5.5. ab 10:30 Uhr wird die Straße gesperrt. Wer hat das genehmigt?\n\nBetreff: siehe oben")]
    [InlineData("On the other hand, on Monday 2 March 2026 I called.\n\nNobody answered.")]
    [InlineData("Gesendet habe ich die Unterlagen am 3. März per E-Mail, geschehen ist nichts.\n\nBitte um Antwort.")]
    public void What_only_resembles_history_stays(string text)
    {
        var trimmed = ReplyTrimmer.Trim(text);

        Assert.Equal(text, trimmed.Reply);
        Assert.Null(trimmed.Quoted);
    }

    [Fact]
    public void Answers_between_quotations_keep_the_questions()
    {
        var trimmed = ReplyTrimmer.Trim("Am 02.03.26 um 10:15 schrieb Amt:\n> Wie viele Hunde?\n\nZwei.\n\n> Seit wann?\n\nSeit Mai.\n\n> Gruß\n> Amt");

        Assert.Equal("> Wie viele Hunde?\n\nZwei.\n\n> Seit wann?\n\nSeit Mai.", trimmed.Reply);
    }

    [Fact]
    public void An_answer_below_one_quotation_stands_alone()
    {
        var trimmed = ReplyTrimmer.Trim("Am 02.03.26 um 10:15 schrieb Amt:\n> Wie viele Hunde?\n\nZwei.");

        Assert.Equal("Zwei.", trimmed.Reply);
        Assert.Contains("Wie viele Hunde?", trimmed.Quoted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> Nur ein Zitat.")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("--\nErika Muster")]
    public void When_nothing_would_remain_all_remains(string text) => Assert.Equal(text, ReplyTrimmer.Trim(text).Reply);

    [Fact]
    public void A_forwarded_mail_without_a_word_is_read_itself()
    {
        var trimmed = ReplyTrimmer.Trim("---------- Weitergeleitete Nachricht ----------\nVon: Otto <otto@example.org>\nDatum: 2. März 2026\nBetreff: Laterne\nAn: Erika\n\nDie Laterne ist aus.", "WG: Laterne");

        Assert.Equal("Die Laterne ist aus.", trimmed.Reply);
        Assert.Equal("Die Laterne ist aus.", trimmed.Forwarded);
    }

    [Fact]
    public void A_forwarded_mail_keeps_what_was_written_above_it()
    {
        var trimmed = ReplyTrimmer.Trim("Bitte kümmern Sie sich.\n\nVon: Otto <otto@example.org>\nGesendet: Montag, 2. März 2026 10:15\nAn: Erika\nBetreff: Laterne\n\nDie Laterne ist aus.", "WG: Laterne");

        Assert.Equal("Bitte kümmern Sie sich.", trimmed.Reply);
        Assert.EndsWith("Die Laterne ist aus.", trimmed.Forwarded, StringComparison.Ordinal);
        Assert.Null(trimmed.Quoted);
    }

    [Fact]
    public void A_legal_notice_goes_to_the_signature()
    {
        var trimmed = ReplyTrimmer.Trim($"{New}\n\nDiese E-Mail enthält vertrauliche und rechtlich geschützte Informationen.\nWenn Sie nicht der richtige Adressat sind, löschen Sie sie.");

        Assert.Equal(New, trimmed.Reply);
    }

    [Fact]
    public void A_company_signature_below_a_drawn_line_goes()
    {
        var trimmed = ReplyTrimmer.Trim($"{New}\n\n--------------------\nMuster Bau GmbH\nTel. 01234 56789\nwww.example.org");

        Assert.Equal(New, trimmed.Reply);
        Assert.Contains("Muster Bau", trimmed.Signature, StringComparison.Ordinal);
    }
}
