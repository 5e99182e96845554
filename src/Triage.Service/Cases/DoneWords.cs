namespace Triage.Service.Cases;

/// <summary>What was just done, for the page that follows.</summary>
internal static class DoneWords
{
    public static string? Of(string? key) => key switch
    {
        "gespeichert" => "Ihr Text ist gespeichert.",
        "baustein" => "Der Textbaustein ist eingefügt. Bitte prüfen Sie den Text.",
        "einfach" => "Die Fassung in Einfacher Sprache steht über Ihrem Text. Bitte vergleichen Sie beide.",
        "fassung" => "Die andere Fassung steht jetzt im Text. Die vorige können Sie zurückholen.",
        "fassung-zurueck" => "Die vorige Fassung steht wieder im Text.",
        "rueckfrage" => "Bitte schreiben Sie Ihre Frage. Nach dem Senden wartet der Vorgang auf die Antwort.",
        "uebernommen" => "Sie bearbeiten diesen Vorgang.",
        "zurueckgegeben" => "Der Vorgang liegt wieder bei niemandem.",
        "verworfen" => "Der Entwurf ist verworfen.",
        "wartet" => "Der Vorgang kommt an diesem Tag wieder.",
        "notiz" => "Die Notiz ist gespeichert. Sie bleibt im Haus.",
        "geschlossen" => "Der Vorgang ist ohne Antwort geschlossen.",
        "offen" => "Der Vorgang ist wieder offen.",
        "art" => "Die Art ist geändert.",
        "abgespalten" => "Das Anliegen hat jetzt einen eigenen Vorgang. Sie finden ihn unter „Verbundene Vorgänge“.",
        "zusammengefuehrt" => "Die Vorgänge sind wieder zusammengeführt.",
        "abgegeben" => "Der Vorgang ist abgegeben.",
        "gewaehlt" => "Ihre Wahl ist gespeichert. Jetzt sehen Sie den Vorschlag.",
        "freigegeben" => "Die Antwort ist freigegeben.",
        "schon-freigegeben" => "Diese Antwort war schon freigegeben. Sie geht nur einmal hinaus.",
        "mitzeichnung" => "Ihre Freigabe ist gespeichert. Jetzt zeichnet eine zweite Person mit.",
        "nicht-zurueckgeholt" => "Zurückholen ist nicht mehr möglich.",
        "zurueckgeholt" => "Die Antwort ist zurückgeholt. Sie ist nicht hinausgegangen.",
        "versandt" => "Der Brief ist als versandt vermerkt.",
        "telefonat" => "Das Gespräch ist vermerkt, der Vorgang ist geschlossen.",
        _ => null,
    };
}
