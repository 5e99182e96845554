using System.Collections.Frozen;

namespace Triage.Models.Drafting.Language;

/// <summary>Words that mean the same in a letter of an office, and words that mean nothing there.</summary>
internal static class Concepts
{
    private static readonly string[] Groups =
    [
        "kosten kostet gebühr gebühren bezahlen zahlen betragen beträgt preis entgelt zahlung fällig kostenbeitrag verlangen",
        "kostenlos kostenfrei gebührenfrei unentgeltlich gratis umsonst",
        "mitbringen mitzubringen vorlegen unterlagen benötigen brauchen nötig erforderlich dokumente nachweise notwendig nachweis einreichen vorzulegen",
        "dauern dauert bearbeitung bearbeitungszeit warten wartezeit bearbeiten lieferzeit herstellung",
        "öffnungszeiten geöffnet offen öffnen sprechzeiten öffnung sprechstunde besuchszeiten",
        "telefon anrufen telefonisch tel rufnummer telefonnummer anruf durchwahl fernmündlich",
        "mail email e-mail elektronisch mailadresse",
        "online internet internetseite website webseite netz digital",
        "wohnung haus unterkunft",
        "umzug umziehen umgezogen einzug einziehen eingezogen umziehst zuzug",
        "frist innerhalb binnen spätestens fristgerecht rechtzeitig",
        "verlust verloren verlieren abhanden verlorengegangen weg",
        "abholen abholung abholbereit",
        "beantragen antrag antragstellung beantragung",
        "melden mitteilen anzeigen bescheid angeben informieren mitteilung meldung anzeige",
        "bekommen erhalten erhält kriegen bekommt erhalt",
        "termin terminvereinbarung vereinbaren buchen terminbuchung",
        "persönlich selbst vorsprechen erscheinen kommen vorbeikommen",
        "vollmacht bevollmächtigt bevollmächtigen vertreter vertretung stellvertretend",
        "kind kinder minderjährig sohn tochter jugendliche",
        "erwachsene volljährig erwachsen",
        "foto lichtbild passfoto passbild fotos bild lichtbilder",
        "gültig gültigkeit gilt gelten haltbar",
        "ermäßigt ermäßigung nachlass rabatt vergünstigung ermäßigen",
        "befreit befreiung entfällt befreien",
        "schicken senden zusenden versand zuschicken übersenden einsenden versenden post",
        "reparieren reparatur instandsetzen beheben mangel beseitigen erneuern ausbessern",
        "auto fahrzeug pkw wagen kfz",
        "müll abfall restmüll restabfall",
        "bußgeld geldbuße strafe verwarnung",
        "erstatten erstattung zurückzahlen zurück rückzahlung",
        "gebäude bau bauen errichten",
        "mindestens ab wenigstens älter mehr über",
        "höchstens unter maximal jünger weniger",
        "zuständig zuständigkeit verantwortlich",
        "jahr jährlich jahre kalenderjahr",
        "monat monatlich monate",
        "ändern änderung geändert",
        "genehmigung erlaubnis genehmigen erlauben bewilligung",
        "verboten untersagt unzulässig verbot",
        "erlaubt zulässig gestattet dürfen",
        "sofort unverzüglich umgehend",
    ];

    private static readonly FrozenSet<string> Stop = """
        der die das den dem des ein eine einen einem einer eines und oder aber auch als wie wenn so dass da zu zum zur im in am an
        auf aus bei beim von vom mit für durch um nach es er sie ihr ihre ihren ihrem ihrer ihres wir uns unser unsere unserem unseren
        unserer ich mich mir mein meine sich ist sind war waren sein wird werden wurde wurden worden hat haben hatte hatten kann können
        konnte könnten soll sollen sollte sollten muss müssen darf möchten möchte will wollen mag lassen dies diese dieser dieses
        diesen diesem jede jeder jedes jeden man hier dort dann dabei dafür dazu damit daher also bitte gern gerne ja noch schon sehr etwa
        bzw etc ca vor sowie sowohl ob was wer wo wann welche welcher welches welchen etwas alle allen aller alles zwischen gegen
        über ihnen dadurch darüber darauf danach davon euro uhr eur prozent cent jeweils insgesamt dessen deren doch nun
        falls sofern bereits wieder immer mal per je pro seit bis derzeit aktuell rund circa
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(w => Words.Fold(w))
        .Except(["ab", "uber"])
        .ToFrozenSet();

    private static readonly FrozenDictionary<string, string> ByStem = Groups
        .SelectMany(group => group.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (Stem: Words.Stem(word), Concept: group[..group.IndexOf(' ', StringComparison.Ordinal)])))
        .DistinctBy(pair => pair.Stem)
        .ToFrozenDictionary(pair => pair.Stem, pair => pair.Concept);

    /// <summary>Whether a folded word carries no meaning of its own.</summary>
    public static bool IsStopWord(string folded) => folded.Length < 2 || Stop.Contains(folded);

    /// <summary>The first word of the stem's group of synonyms, or null.</summary>
    public static string? Of(string stem) => ByStem.GetValueOrDefault(stem);
}
