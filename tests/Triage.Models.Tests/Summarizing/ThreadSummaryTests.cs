using Triage.Models.Summarizing;

namespace Triage.Models.Tests.Summarizing;

public sealed class ThreadSummaryTests
{
    private static readonly string[] Dog =
    [
        """
        Sehr geehrte Damen und Herren,

        mein Hund Bello ist am 3. Oktober gestorben. Bekomme ich die Hundesteuer für den Rest des Jahres zurück?
        Das Wetter war an diesem Tag übrigens sehr schön.

        Mit freundlichen Grüßen
        Erika Beispiel
        """,
        """
        Guten Tag Frau Beispiel,

        vielen Dank für Ihre Nachricht zum Thema „Hundesteuer“. Bitte reichen Sie uns die Bescheinigung des Tierarztes bis zum 30. Oktober nach.
        Ohne die Bescheinigung des Tierarztes können wir die Hundesteuer nicht erstatten.

        Haben Sie noch Fragen? Sie erreichen uns so:
        Telefon: 01234 567-0

        Mit freundlichen Grüßen
        Steueramt und Stadtkasse
        Rathausplatz 1
        """,
        """
        Hallo Herr Amtmann, die Bescheinigung des Tierarztes liegt bei. Außerdem war ich im Urlaub an der See.
        Danke und viele Grüße
        Erika Beispiel

        Am 12.10.2026 schrieb Steueramt:
        > Bitte reichen Sie uns die Bescheinigung des Tierarztes bis zum 30. Oktober nach.
        """,
        """
        Guten Tag Frau Beispiel,

        wir haben Ihnen 30 € Hundesteuer erstattet. Das Geld ist in zwei Wochen auf Ihrem Konto.

        Mit freundlichen Grüßen
        Steueramt und Stadtkasse
        """,
    ];

    [Fact]
    public void The_question_what_was_demanded_and_what_was_decided_stand_in_order_of_time()
    {
        var quotes = ThreadSummary.Of(Dog);

        Assert.Equal(
            [
                (0, "Bekomme ich die Hundesteuer für den Rest des Jahres zurück?"),
                (1, "Bitte reichen Sie uns die Bescheinigung des Tierarztes bis zum 30. Oktober nach."),
                (3, "wir haben Ihnen 30 € Hundesteuer erstattet."),
            ],
            quotes.Select(q => (q.Message, q.Text)));
    }

    [Fact]
    public void Every_sentence_stands_in_its_message_exactly_there()
    {
        var messages = Enumerable.Range(0, 12).Select(i => $"{Dog[i % 4]}\n\nNachtrag {i}: Zimmer {i} liegt im {i}. Stock des Hauses {(char)('A' + i)}.").ToArray();

        var quotes = ThreadSummary.Of(messages);

        Assert.NotEmpty(quotes);
        Assert.All(quotes, q => Assert.Equal(q.Text, messages[q.Message].Substring(q.Start, q.Text.Length)));
    }

    [Fact]
    public void A_thread_that_repeats_itself_is_quoted_once()
    {
        string[] messages = [.. Enumerable.Range(0, 20).Select(i =>
            i % 2 == 0 ? "Wann wird die Laterne vor meinem Haus repariert?" : "Guten Tag, wann wird denn die Laterne vor meinem Haus repariert?")];

        Assert.Equal([(0, "Wann wird die Laterne vor meinem Haus repariert?")], ThreadSummary.Of(messages).Select(q => (q.Message, q.Text)));
    }

    [Theory]
    [InlineData("Sehr geehrte Frau Dr. Müller-Lüdenscheid,")]
    [InlineData("Guten Tag")]
    [InlineData("Hallo liebes Team der Stadt!")]
    [InlineData("Vielen Dank für Ihre schnelle Antwort zum Sperrmüll!")]
    [InlineData("Ich freue mich auf Ihre baldige Antwort zum Sperrmüll.")]
    [InlineData("Haben Sie noch weitere Fragen zum Sperrmüll?")]
    [InlineData("Telefon: 01234 567 89 10")]
    [InlineData("Mit freundlichen Grüßen aus dem schönen Musterstadt")]
    [InlineData("-- \nMartin Muster, Sperrmüll und Entrümpelung seit 1970")]
    [InlineData("Am 12.10.2026 um 10:00 schrieb Stadt Musterstadt:\n> Der Sperrmüll wird am Montag geholt.")]
    public void Address_courtesy_closing_signature_and_history_are_no_content(string line) =>
        Assert.Equal(
            ["Der Sperrmüll liegt seit Montag auf der Straße."],
            ThreadSummary.Of([line, $"Der Sperrmüll liegt seit Montag auf der Straße.\n\n{line}", line, line]).Select(q => q.Text));

    [Theory]
    [InlineData("Hallo ich habe meinen Ausweis verloren.", "ich habe meinen Ausweis verloren.")]
    [InlineData("Guten Tag, mein Ausweis ist abgelaufen.", "mein Ausweis ist abgelaufen.")]
    [InlineData("Lieber käme ich am Montag, weil ich da frei habe.", "Lieber käme ich am Montag, weil ich da frei habe.")]
    [InlineData("Vielen Dank, aber der Bescheid ist falsch berechnet.", "Vielen Dank, aber der Bescheid ist falsch berechnet.")]
    [InlineData("- Der Ausweis ist abgelaufen und kaputt.", "Der Ausweis ist abgelaufen und kaputt.")]
    public void What_follows_an_address_is_content(string message, string quote) =>
        Assert.Equal([quote], ThreadSummary.Of([message, "Ja.", "Gut."]).Select(q => q.Text));

    [Fact]
    public void A_short_history_has_no_summary()
    {
        Assert.Empty(ThreadSummary.Of([]));
        Assert.Empty(ThreadSummary.Of(Dog[..2]));
        Assert.NotEmpty(ThreadSummary.Of(Dog[..3]));
    }

    [Fact]
    public void One_long_message_is_a_long_history_but_its_quoted_history_is_not()
    {
        var story = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"Am {i % 28 + 1}. Tag lag Karton{i} vor Haus{i}."));

        Assert.Equal(ThreadSummary.Most, ThreadSummary.Of([story]).Count);
        Assert.Empty(ThreadSummary.Of([$"Der Müll liegt noch da.\n\nAm 12.10.2026 um 10:00 schrieb Stadt Musterstadt:\n> {story}"]));
    }

    [Fact]
    public void A_sentence_without_an_end_is_never_cut_for_quoting()
    {
        var endless = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"und{i % 97}"));
        string[] messages = [endless, $"Der Antrag auf Wohngeld wurde am 3. März abgelehnt. Nun {endless}", $"{new string('a', 100_000)}.", $"{new string('.', 50_000)} {new string('\n', 50_000)}"];

        Assert.Equal(["Der Antrag auf Wohngeld wurde am 3. März abgelehnt."], ThreadSummary.Of(messages).Select(q => q.Text));
    }

    [Fact]
    public void Of_five_hundred_long_messages_no_more_is_read_than_the_start_of_forty()
    {
        var messages = Enumerable.Range(0, 500)
            .Select(m => string.Join("\n", Enumerable.Range(0, 200).Select(s => $"Am {s % 28 + 1}.3. kostet Wort{(m * 31 + s) % 977} und Wort{s % 53} > {s} €."))).ToArray();

        var quotes = ThreadSummary.Of(messages);

        Assert.Equal(ThreadSummary.Most, quotes.Count);
        Assert.All(quotes, q => Assert.True(q.Message == 0 || q.Message > 460));
        Assert.All(quotes, q => Assert.True(q.Start + q.Text.Length <= 2_500));
        Assert.Equal(quotes, ThreadSummary.Of([messages[0], .. messages[^39..]]).Select(q => q with { Message = q.Message == 0 ? 0 : q.Message + 460 }));
    }
}
