namespace Triage.Service.Auditing;

/// <summary>The log's actions in German.</summary>
internal static class AuditWords
{
    public static string Of(string action) => action switch
    {
        "create-account" => "Konto angelegt",
        "update-account" => "Konto geändert",
        "disable-account" => "Konto gesperrt",
        "enable-account" => "Konto entsperrt",
        "reset-password" => "Passwort neu gesetzt",
        "access-denied" => "Zugriff verweigert",
        "reroute" => "Abgegeben",
        "blind-check" => "Amt ohne Vorschlag gewählt",
        "discard-draft" => "Entwurf verworfen",
        "resume-later" => "Wiedervorlage gesetzt",
        "note" => "Notiz geschrieben",
        "close" => "Geschlossen",
        "withdraw" => "Von Bürgerin oder Bürger zurückgezogen",
        "erase" => "Daten gelöscht",
        "reopen" => "Wieder geöffnet",
        "split" => "Anliegen abgespalten",
        "join" => "Mit dem ersten Vorgang zusammengeführt",
        "assign" => "Bearbeitung übernommen oder abgegeben",
        "set-kind" => "Art geändert",
        "letter-posted" => "Brief als versandt vermerkt",
        "by-phone" => "Telefonisch erledigt",
        "simplify" => "Fassung in Einfacher Sprache angefordert",
        "translate" => "Übersetzung erstellt oder weggelassen",
        "save-reply" => "Antwort gespeichert",
        "approve" => "Antwort freigegeben",
        "recall" => "Antwort zurückgeholt",
        "step-failed" => "Schritt fehlgeschlagen",
        "suggestions-paused" => "KI-Vorschläge angehalten oder fortgesetzt",
        "edit-text-block" => "Textbaustein geändert",
        "release-text-block" => "Textbaustein freigegeben",
        "withdraw-text-block" => "Textbaustein zurückgezogen",
        "save-rule" => "Regel geschrieben",
        "try-rule" => "Regel erprobt",
        "rule-on" => "Regel eingeschaltet",
        "rule-off" => "Regel ausgeschaltet",
        "move-rule" => "Regel vorgezogen",
        "save-article" => "Fassung eines Artikels gespeichert",
        "release-article" => "Artikel freigegeben",
        "retire-article" => "Artikel zurückgezogen",
        "import-articles" => "Dateien als Artikel übernommen",
        "export-articles" => "Wissen heruntergeladen",
        "send-accepted" => "Antwort gesendet",
        "send-rejected" => "Senden abgelehnt",
        "send-uncertain" => "Senden ungewiss",
        "send-queued" => "Senden wird wiederholt",
        _ => action,
    };

    public static string Subject(string subject, long? id) => subject switch
    {
        "case" => $"Vorgang {id}",
        "staff" => $"Konto {id}",
        "text-block" => $"Textbaustein {id}",
        "article" => id is null ? "Wissen" : $"Artikel {id}",
        "rule" => $"Regel {id}",
        "knowledge-import" => $"Einfuhr {id}",
        "setting" => "Einstellung",
        _ => $"{subject} {id}",
    };
}
