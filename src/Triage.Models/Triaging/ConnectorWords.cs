namespace Triage.Models.Triaging;

/// <summary>Whether a sentence begins something further: "Außerdem …", "Noch eine Frage …", "PS".</summary>
internal static class ConnectorWords
{
    private const int Beginning = 6;

    private static readonly SignalGroups Openings = new([("opens",
    [
        "ausserdem", "noch etwas", "noch was", "noch eine", "noch ein.", "eine frage noch", "zweitens", "nebenbei", "uebrigens", "ps.", "p s.",
        "des weiteren", "weiterhin.", "zusaetzlich", "zugleich", "gleichzeitig", "darueber hinaus", "dazu kommt", "hinzu kommt", "und dann noch",
        "bei der gelegenheit", "auch noch", "ferner", "apropos", "wo ich schon", "wo ich gerade", "weiteres anliegen", "andere frage",
        "anderes thema", "zum anderen", "also.", "another", "besides", "ayrica", "bir de", "крім того", "ще.", "кроме того", "еще", "ещё",
        "ایضا", "أيضا", "همچنین", "poza tym", "rowniez", "aussi", "de plus", "en outre", "par ailleurs",
    ])]);

    public static bool Open(List<Word> words) => Openings.Find(words).Exists(s => s.First < Beginning);
}
