using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

/// <summary>A few dozen invented inquiries to three offices, and a router trained on them with a toy embedding.</summary>
public sealed class SmallTown
{
    private static readonly string[] Rows =
    [
        "buergerbuero|ausweis|frage|Mein Personalausweis läuft im Mai ab, wie lange dauert ein neuer?",
        "buergerbuero|ausweis|antrag|Hiermit beantrage ich einen neuen Ausweis für meine Tochter.",
        "buergerbuero|ausweis|frage|Was kostet ein vorläufiger Personalausweis für die Reise?",
        "buergerbuero|ausweis|sachstand|Ist mein Ausweis schon zur Abholung da? Beantragt war er im März.",
        "buergerbuero|ausweis|frage|Brauche ich für den Ausweis ein biometrisches Foto?",
        "buergerbuero|ausweis|antrag|Bitte um einen neuen Personalausweis, der alte ist gestohlen worden.",
        "buergerbuero|ausweis|frage|Kann mein Mann meinen Ausweis mit Vollmacht abholen?",
        "buergerbuero|ausweis|frage|Die PIN vom Ausweis ist gesperrt, wo bekomme ich eine neue?",
        "buergerbuero|wohnsitz|frage|Wir sind umgezogen, bis wann ist die Ummeldung der Wohnung fällig?",
        "buergerbuero|wohnsitz|antrag|Anbei die Anmeldung meines Wohnsitzes mit der Bestätigung des Vermieters.",
        "buergerbuero|wohnsitz|frage|Wie melde ich meine alte Wohnung ab, wenn ich ins Ausland ziehe?",
        "buergerbuero|wohnsitz|frage|Der Vermieter füllt die Wohnungsgeberbestätigung nicht aus, was nun?",
        "buergerbuero|wohnsitz|antrag|Ich melde hiermit meine Nebenwohnung in der Stadt an.",
        "buergerbuero|wohnsitz|frage|Umzug innerhalb der Stadt: muss die ganze Familie zur Ummeldung kommen?",
        "buergerbuero|wohnsitz|sachstand|Die Meldebestätigung nach dem Umzug fehlt mir noch immer.",
        "buergerbuero|wohnsitz|frage|Reicht der Mietvertrag für die Anmeldung der neuen Wohnung?",
        "steueramt|hundesteuer|frage|Wie hoch ist die Hundesteuer für den zweiten Hund?",
        "steueramt|hundesteuer|widerspruch|Gegen den Bescheid über Hundesteuer lege ich Widerspruch ein, der Hund ist tot.",
        "steueramt|hundesteuer|antrag|Ich melde unseren Hund Bello zur Steuer an.",
        "steueramt|hundesteuer|widerspruch|Widerspruch! Mein Blindenhund ist von der Hundesteuer befreit.",
        "steueramt|hundesteuer|antrag|Bitte den Hund abmelden, er ist im Januar eingeschläfert worden. Steuermarke liegt bei.",
        "steueramt|hundesteuer|frage|Gibt es eine Befreiung von der Hundesteuer für Rentner?",
        "steueramt|hundesteuer|widerspruch|Der Steuerbescheid für den Hund ist falsch, ich widerspreche ihm.",
        "steueramt|hundesteuer|frage|Die Steuermarke vom Hund ist verloren, bekomme ich eine neue?",
        "steueramt|grundsteuer|frage|Wer zahlt die Grundsteuer nach dem Verkauf des Hauses?",
        "steueramt|grundsteuer|widerspruch|Hiermit lege ich Einspruch gegen den Grundsteuerbescheid ein.",
        "steueramt|grundsteuer|frage|Wie hoch ist der Hebesatz der Grundsteuer in diesem Jahr?",
        "steueramt|grundsteuer|antrag|Ich bitte um Zahlung der Grundsteuer in Raten.",
        "steueramt|grundsteuer|widerspruch|Den Bescheid zur Grundsteuer akzeptiere ich nicht und erhebe Widerspruch.",
        "steueramt|grundsteuer|frage|Warum ist die Grundsteuer für mein Haus nach der Reform doppelt so hoch?",
        "steueramt|grundsteuer|sachstand|Mein Schreiben zur Grundsteuer vom Herbst ist noch ohne Antwort.",
        "steueramt|grundsteuer|frage|Ist für das geerbte Grundstück eine neue Erklärung zur Grundsteuer nötig?",
        "tiefbauamt|strasse|meldung|Vor unserem Haus ist ein tiefes Schlagloch in der Fahrbahn.",
        "tiefbauamt|strasse|meldung|!Achtung Lebensgefahr, der Gullydeckel auf der Straße fehlt, ein offener Schacht!",
        "tiefbauamt|strasse|meldung|Die Gehwegplatten an der Schule sind locker, man stolpert.",
        "tiefbauamt|strasse|meldung|!Der Asphalt ist eingestürzt, ein Kind ist schon verletzt, bitte sofort absperren!",
        "tiefbauamt|strasse|beschwerde|Seit Monaten flickt niemand die Löcher in unserer Straße, eine Frechheit.",
        "tiefbauamt|strasse|meldung|!Akute Gefahr: die Straße ist unterspült und sackt ab, sofort sperren!",
        "tiefbauamt|strasse|meldung|Bordstein gebrochen, Rollstuhlfahrer kommen nicht auf den Gehweg.",
        "tiefbauamt|strasse|frage|Wann wird die Fahrbahn der Bahnhofstraße saniert?",
        "tiefbauamt|beleuchtung|meldung|Die Laterne am Spielplatz ist seit Tagen dunkel.",
        "tiefbauamt|beleuchtung|meldung|!Offene Kabel an der umgefahrenen Laterne, Lebensgefahr für Kinder, bitte sofort!",
        "tiefbauamt|beleuchtung|meldung|Straßenlampe flackert die ganze Nacht vor dem Schlafzimmer.",
        "tiefbauamt|beleuchtung|meldung|!Die Ampel ist ausgefallen, es gab gerade einen Unfall mit Verletzten, dringend!",
        "tiefbauamt|beleuchtung|frage|Wird die Straßenbeleuchtung nachts abgeschaltet?",
        "tiefbauamt|beleuchtung|beschwerde|Die Ampel schaltet viel zu kurz, alte Leute schaffen es nicht.",
        "tiefbauamt|beleuchtung|meldung|Im Fußgängertunnel brennt keine einzige Lampe.",
        "tiefbauamt|beleuchtung|frage|Kann an der dunklen Ecke eine Laterne aufgestellt werden?",
        "||kein_anliegen|Sonderangebot! Jetzt Toner und Kopierpapier billig bestellen, Newsletter abbestellen hier.",
        "||kein_anliegen|Automatische Antwort: Ich bin bis Montag nicht im Büro.",
        "||kein_anliegen|Gewinnen Sie ein Tablet! Klicken Sie auf das Angebot, nur heute.",
        "||kein_anliegen|Newsletter der Firma Meier: neue Drucker im Angebot, Rabatt bestellen.",
        "||kein_anliegen|Abwesenheit: Ihre Nachricht wird nicht weitergeleitet, automatische Antwort.",
        "||kein_anliegen|Billige Kredite ohne Auskunft, Angebot klicken und gewinnen.",
    ];

    public static IReadOnlyList<TrainingExample> Examples { get; } = [.. Rows.Select(Example)];

    public static TrainingOptions Options { get; } = new() { Folds = 3 };

    public ToyEmbedder Embedder { get; } = new();

    public TrainedClassifier Trained { get; } =
        ClassifierTrainer.TrainAsync(Examples, Options, new ToyEmbedder(), default).GetAwaiter().GetResult();

    public static Inquiry Inquiry(string text, string subject = "") => new("1", subject, text);

    private static TrainingExample Example(string row, int number)
    {
        var cells = row.Split('|', 4);
        var text = cells[3].TrimStart('!');
        return new TrainingExample(
            new Inquiry($"{number}", "", text), cells[0], cells[1].Length == 0 ? null : cells[1], cells[2], cells[3][0] == '!', []);
    }
}

/// <summary>Twelve numbers that count letters: no meaning, but the same for the same text.</summary>
public sealed class ToyEmbedder : ITextEmbedder
{
    public int Dimensions => 12;

    public string ModelId => "toy";

    public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
        Task.FromResult(texts.Select(Vector).ToArray());

    private float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        foreach (var c in text)
        {
            vector[c % Dimensions]++;
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v)) + 1e-6f;
        return Array.ConvertAll(vector, v => v / length);
    }
}
