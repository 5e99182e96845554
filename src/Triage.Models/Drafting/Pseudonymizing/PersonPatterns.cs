using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <content>The patterns: what stands before a name, and what a name looks like.</content>
internal static partial class PersonFinder
{
    // A word of a name: Müller, Meier-Schulze, O'Neill, von der Heide, A.
    private const string Particle = @"(?:(?:von|van|vom|zu|zur|der|den|de|di|da|dos|del|la|le|el|al|bin|ben|ibn|ter|ten|und zu|v\.|v\. ?d\.|'t|Freiherr|Freifrau|Freiin|Graf|Gräfin|Baron|Baronin)\s)";
    private const string Cap = @"\p{Lu}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*";
    private const string Title = @"(?:(?:Herrn?|Hr\.|Hrn\.|HERRN?|Frau|FRAU|Fr\.(?!\s?\d)|Frl\.|Fräulein|Familie|Fam\.|Eheleute|Ehepaar|Mr\.?|Mrs\.?|Ms\.?|Miss|Madame|Mme|Monsieur|Pan|Pani|пан|пані|Пані|Пан|Dr\.|Prof\.|Doktor|Professor(?:in)?|(?:Ober)?[Bb]ürgermeister(?:in)?|Pastor(?:in)?|Pfarrer(?:in)?|Schwester|RA(?:in)?|Notar(?:in)?|Dipl\.-\p{L}+\.?|med\.|jur\.|phil\.|rer\.|nat\.|Ing\.|Dres\.|Opa|Oma|Tante|Onkel|Kapitän|em\.|a\. ?D\.|i\. ?R\.|h\. ?c\.|\(FH\)|Oberstleutnant|Hauptmann|Erbengemeinschaft|Rechtsanw(?:alt|ältin)|Steuerberater(?:in)?|Heimleiter(?:in)?|Fa\.)\s)";
    private const string Initial = @"(?:\p{Lu}\.\s?)";

    [GeneratedRegex(@"\b(?<v>" + Title + "+" + Initial + "{0,2}" + Particle + "{0,3}" + Cap + @"(?:[ ]" + Particle + "{0,3}(?:" + Cap + "|" + Initial + ")){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\b(?:Dear|Liebe[rs]?|Hallo|Hi|Hey|Moin|Tach|Bay|Bayan|господин|госпожа|Servus|Cher|Chère)\s(?<v>" + Initial + "{0,2}" + Cap + "(?:[ ]" + Particle + "{0,3}" + Cap + "){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Greeted();

    [GeneratedRegex(@"\b(?:[Mm]ein(?:e[nm])?\s(?:Name|Nachname|Vorname|Geburtsname|Mädchenname)(?:\sist|\slautet|:)?|[Ii]ch\sheiße|[Hh]eiße|heisse|heißt|namens|genannt|[Ii]ch\sbin\s(?:die|der)|[Nn]ame\s?(?:ist|:)|(?:Vor|Nach|Geburts|Familien)name:?|[Cc]ognome|née?|[Nn]amen|auf den Namen|geborene[r]?|geb\.(?!\s?\d)|verh\.|verheiratete|verw\.|[Mm]y name is|I am|I'm|[Jj]e m'appelle|[Nn]azywam się|adım|ismim|[Мм]ене звати|[Мм]еня зовут|اسمي)\s[„""»]?(?<v>" + Initial + "{0,2}" + Particle + "{0,3}" + Cap + @"(?:[ ]" + Particle + "{0,3}" + Cap + "){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"\b(?:[Mm]ein|[Uu]nser|[Ii]hr|[Ss]ein|[Dd]ein|[Dd]e|[Dd]as|[Dd]ie|[Dd]er)(?:e|en|em|er|es|n|m|s|r)?\s(?:kleine[nrms]?\s|ältere[nrms]?\s|jüngere[nrms]?\s|große[nrms]?\s|verstorbene[nrms]?\s|liebe[nrms]?\s)?(?:Sohn(?:es|s)?|Tochter|Ehemann(?:s|es)?|Mann(?:es)?|Ehefrau|Frau|Vater(?:s)?|Mutter|Bruder(?:s)?|Schwester|Enkel(?:in|sohn|tochter|kind)?s?|Oma|Opa|Freund(?:in)?|Partner(?:in)?|Schwieger(?:mutter|vater|sohn|tochter)|Nachbar(?:in|n)?|Vermieter(?:in|s)?|Kolleg(?:e|en|in)|Betreute[rn]?|Verlobte[rn]?|Lebensgefährt(?:e|en|in)|Neffe(?:n)?|Nichte|Onkel|Tante|Chef(?:in)?|Mieter(?:in|s)?|Klient(?:in|en)?|Mandant(?:in|en)?|Cousine?|Stief(?:sohn|tochter|vater|mutter)|Baby|Zwillinge|Kinder|Kind)(?:,)?\s(?:heißt\s|und\s)?(?<v>" + Cap + "(?:[ ]" + Particle + "{0,3}" + Cap + "){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Related();

    [GeneratedRegex(@"(?:\bi\.\s?[AV]\.|\bgez\.|\bi\.\s?Auftr\.)\s(?<v>" + Initial + "{0,2}" + Cap + @"(?:[ ]" + Cap + "){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Signed();

    [GeneratedRegex(@"\b(?:Dr\.|Prof\.|Dipl\.-Ing\.|RA(?:in)?|Rechtsanw(?:alt|ältin)|Notar(?:in)?|Pastor(?:in)?|Pfarrer(?:in)?|Schwester|Oma|Opa|Tante|Onkel|Hausmeister|Bürgermeister(?:in)?|Lehrerin|Lehrer|Architekt(?:in)?|Nachbar(?:in)?|Vermieter(?:in)?|Mieter(?:in)?|Kolleg(?:e|in)|Sachbearbeiter(?:in)?|Polizist(?:in)?|Erzieherin|Trainer(?:in)?|Bauer|Landwirt|Tierarzt|Zahnarzt|Hausarzt|Betreuer(?:in)?|Witwe|Erben|Nachlass|Sterbefall|Kontoinhaber(?:in)?|Kind|Eltern|Enkelin|Ersatzmann|Küster|Fahrer|Beifahrer(?:in)?|Dachdecker|Tischler|Vermesser|Baumpfleger|Werkstatt|Landmaschinen|Zimmerei|Malerbetrieb|Modehaus|Praxis|Inh\.|Inhaber(?:in)?|Bauherren|Bauherrengemeinschaft|Forderungssache|Erbenermittlung|Barrister|Anwalt|Anwältin|Bestatter|Gerichtsvollzieher(?:in)?|Kolleg(?:en)|Aufsteller|Polier|Kanzlei|Steuerkanzlei|Hof|Firma|Tischlerei|Schreinerei|Bäckerei|Malerbetrieb|Gärtnerei|Autohaus|Miterbin|Miterbe|Geschäftsführers?(?:in)?|Verwalter(?:in)?|Bewohner(?:in|s)?|Patient(?:in|en)?|Kunde|Kundin|Zeug(?:e|in|en)|Schüler(?:in|s)?|Vorsitzende[rn]?|Ansprechpartner(?:in)?|Pfleger(?:in)?|Kommissar(?:in)?|Ingenieur(?:in)?|Makler(?:in)?|Händler(?:in)?|Meister(?:in)?|Gutachter(?:in)?|Sachverständige[rn]?|Eigentümer(?:in)?|Halter(?:in)?|Bürger(?:in)?|Ehemann|Ehefrau|Sohn|Tochter|Vater|Mutter|Bruder|z\.\s?Hd\.?(?:\svon)?|c/o)\s(?:Dr\.\s|Herrn?\s|Frau\s)?(?<v>" + Initial + "{0,2}" + Particle + "{0,3}" + Cap + @"(?:[ ]" + Cap + "){0,2})", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b(?<v>" + Cap + @",\s" + Cap + @"(?:[ ]\p{Lu}\p{Ll}+)?)(?=[\s,;.)(]|$)", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Inverted();

    [GeneratedRegex(@"(?<![\p{L}\d.-])(?<first>[\p{Lu}\p{IsArabic}][\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*)(?<rest>[ ](?:" + Initial + "|" + Particle + @"){0,2}[\p{Lu}\p{IsArabic}][\p{L}'’]*(?:-\p{L}+)*\.?(?:[ ]" + Particle + @"{0,3}\p{Lu}[\p{L}'’]*(?:-\p{L}+)*)?)?", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"(?<![\p{L}\d.])(?<v>(?:\p{Lu}\.[ -]?){1,2}(?:von |van |de )?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)(?![\p{L}])", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex WithInitial();

    [GeneratedRegex("^" + Title + "+", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Titles();

    [GeneratedRegex(@"^(?:\s(?:und|u\.|&|/|i|and|ve|et|та|и|و)\s(?:Dr\.\s)?|,?\s(?:geb\.|née?|ur\.)\s|\s)$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Couple();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*\.?", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex AnyWord();

    [GeneratedRegex(@"(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|geld|gelder|schein|ausweis|steuer|amt|ämter|karte|karten|antrag|anträge|bescheid|straße|strasse|platz|gebühr|gebühren|kosten|verein|schule|büro|zentrum|nummer|haus|wohnung|vertrag|urkunde|zeugnis|erlaubnis|marke|tonne|müll|kasse|dienst|betrieb|werk|werke|stelle|stunde|stunden|woche|wochen|jahr|jahre|zeit|zeiten|termin|service|forum|gruppe|bank|markt|halle|heim|klinik|praxis|kanzlei|verwaltung|versicherung|angelegenheit|nachbarschaft|ismus|ment|team)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PersonalDataFinder.Patience)]
    private static partial Regex NounEnding();

    [GeneratedRegex(@"^(?:Klein|Lange|Schwarz|Braun|Weiß|Jung|Stein|Winter|Sommer|Groß|Ernst|Engel|Horn|Busch|Otto|Keller|Bauer|Jäger|Fischer|Graf|Richter|Vogel|Fuchs|Wolff|Kaiser|Kraus|Kurt|Kara|Ritter|Haas|Sauer|Hahn|Beck|Schneider|Weber|Winkler|Hagen|Bruns|Poppe|Demir|Aslan|Toprak|Mohr|Berger|Kühn|Brandt|Schreiber|Schäfer|Roth|Ludwig|Backhaus|Acar)$", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Ambiguous();
}
