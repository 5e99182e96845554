namespace Triage.Models.Triaging;

/// <summary>A signal found in a text, over the words from <see cref="First"/> to <see cref="Last"/>.</summary>
internal readonly record struct Signal(string List, int First, int Last);

/// <summary>
/// Documented word lists for what must not be missed: danger to people, deadlines that run, existential need, objection.
/// They are features of the models; alone they decide nothing.
/// </summary>
internal static class SignalWords
{
    public const string Objection = "objection";

    private static readonly (string List, string[] Entries)[] Lists =
    [
        ("danger",
        [
            "lebensgefahr", "lebensgefaehr", "akute gefahr", "gefahr fuer", "gefahr im verzug", "verletzungsgefahr", "unfallgefahr",
            "absturzgefahr", "brandgefahr", "einsturzgefahr", "stromschlag", "offene kabel", "blanke kabel", "kabel haeng", "kabel frei",
            "gasgeruch", "riecht nach gas", "gas riech", "gasleck", "es brennt", "brennt.", "rauch aus", "explosion", "verletzt",
            "blutet", "blut.", "notarzt", "krankenwagen", "notfall", "bewusstlos", "beisst", "gebissen", "angefallen", "bissig",
            "bedroht", "bedrohung", "waffe", "messer", "umgestuerzt", "umzustuerzen", "abgebrochen", "droht zu", "drohen zu",
            "stuerzt", "eingestuerzt", "einsturz", "ueberflut", "wasser steigt", "wasser steht", "schacht offen", "offener schacht",
            "deckel fehlt", "fehlt deckel", "gullydeckel", "spritze", "kanuele", "nadeln", "giftig", "vergift", "oel ausgelaufen",
            "jemand verunglueckt", "danger", "dangerous", "gas smell", "smell gas", "tehlike", "niebezpiecz", "опасн", "небезпечн",
            "خطر", "خطير", "dangereux", "danger mortel",
        ]),
        ("deadline",
        [
            "heute noch", "noch heute", "bis heute", "heute abend", "heute mittag", "heute nacht", "bis morgen", "schon morgen", "morgen frueh", "uebermorgen",
            "morgen ablauf", "frist laeuft", "frist endet", "frist bis", "frist ablauf", "laeuft frist", "fristablauf", "innerhalb von 24", "24 stunden", "48 stunden",
            "in zwei tagen", "in drei tagen", "in 2 tagen", "in 3 tagen", "zwei tage", "letzter tag", "dringend", "eilt", "eilig",
            "so schnell wie moeglich", "schnellstmoeglich", "umgehend", "unverzueglich", "sofort", "asap", "urgent", "tomorrow",
            "today", "acil", "yarin", "pilne", "jutro", "срочно", "завтра", "терміново", "عاجل", "غدا", "فوری", "فردا", "demain",
        ]),
        ("need",
        [
            "obdachlos", "wohnungslos", "auf der strasse schlaf", "auf der strasse sitz", "auf der strasse steh", "zwangsraeum", "raeumungsklage", "raeumungstermin",
            "raeumung", "gerichtsvollzieher", "strom abgestellt", "strom abgedreht", "strom gesperrt", "stromsperre", "gas abgestellt",
            "gas gesperrt", "heizung abgestellt", "wasser abgestellt", "kein wasser", "kein strom", "kein heizung", "ohne strom", "ohne heizung", "ohne wasser",
            "nichts zu essen", "kein geld", "kein essen", "keinen cent", "hunger", "existenz", "verzweifelt", "nicht mehr weiter",
            "schlafplatz", "kein dach", "frauenhaus", "haeusliche gewalt", "schlaegt mich", "suizid", "umbringen", "konto gepfaendet", "konto gesperrt",
            "homeless", "no money", "evict", "evsiz", "bezdomn", "expuls",
        ]),
        (Objection,
        [
            "widerspruch", "widerspreche", "widersprech", "einspruch", "rechtsbehelf", "rechtsmittel", "lege ein gegen", "klage gegen",
            "klage erheb", "anfechte", "fechte an", "nicht einverstanden bescheid", "bescheid nicht einverstanden", "bescheid aufheb", "aufhebung des bescheid",
            "bescheid falsch", "bescheid rechtswidrig", "akzeptiere bescheid nicht", "bescheid nicht akzeptier", "erkenne nicht an", "bescheid zuruecknehm",
            "beschwerde einleg", "aussetzung der vollziehung", "wiedereinsetzung", "bescheid abgelehnt", "ablehnung nicht hinnehm",
            "objection", "i object", "appeal against", "itiraz", "odwolan", "sprzeciw", "возражен", "обжал", "оскарж", "заперечен",
            "اعتراض", "opposition", "contest", "recours",
        ]),
    ];

    private static readonly SignalGroups Groups = new(Lists);

    public static IEnumerable<string> Names => Groups.Names;

    public static List<Signal> Find(List<Word> words) => Groups.Find(words);
}
