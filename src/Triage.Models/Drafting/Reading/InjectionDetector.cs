using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Reading;

/// <summary>Text that seems to instruct a machine; <see cref="Start"/> in UTF-16 units, <see cref="Sign"/> says what gave it away.</summary>
public sealed record SuspiciousPlace(int Start, string Text, string Sign);

/// <summary>
/// Marks text in messages, attachments and articles that speaks to a machine. A hint for clerks only: nothing rests on it, because
/// no text can cause an action, and the checks on a draft are the same with and without it.
/// </summary>
public static partial class InjectionDetector
{
    private static readonly (Regex Pattern, string Sign)[] Signs =
    [
        (Override(), "soll Anweisungen ersetzen"),
        (GermanOverride(), "soll Anweisungen ersetzen"),
        (Machine(), "spricht eine Maschine an"),
        (Role(), "weist eine Rolle zu"),
        (Delimiter(), "ahmt Steuerzeichen nach"),
        (Output(), "schreibt die Form der Antwort vor"),
        (GermanOutput(), "schreibt die Form der Antwort vor"),
        (Task(), "stellt eine fremde Aufgabe"),
        (GermanTask(), "stellt eine fremde Aufgabe"),
        (Knowledge(), "stellt eine Wissensfrage"),
        (Decision(), "soll eine Entscheidung erzwingen"),
        (Hidden(), "enthält unsichtbare Zeichen"),
    ];

    /// <summary>The suspicious places in the order of the text; empty for nearly all honest messages.</summary>
    public static IReadOnlyList<SuspiciousPlace> Find(string text)
    {
        try
        {
            return [.. Signs.SelectMany(s => s.Pattern.Matches(text).Select(m => new SuspiciousPlace(m.Index, m.Value.Trim(), s.Sign)))
                .OrderBy(p => p.Start).DistinctBy(p => p.Start)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [new SuspiciousPlace(0, string.Empty, "konnte nicht geprüft werden")];
        }
    }

    private const RegexOptions Lax = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass|skip|neglect|omit)\b.{0,30}\b(?:everything|previous|prior|above|before|earlier|all|any|preceding|instructions?|tasks?|assignments?|rules?|prompts?|guidelines|context|said|told)\b|\bnew (?:instructions?|tasks?|challenges?|focus)\b|\b(?:stop|now) (?:focus|concentrate)\b|\bfrom now on\b", Lax, 1000)]
    private static partial Regex Override();

    [GeneratedRegex(@"\b(?:ignorier\w*|vergiss|vergessen sie|missachte\w*|übergeh\w*|überspring\w*|verwirf|lass\w* .{0,15}außer acht|beachte\w* nicht)\b.{0,40}\b(?:anweisung\w*|alles|bisherig\w*|vorherig\w*|vorig\w*|obig\w*|davor|regeln?|instruktion\w*|aufgab\w*|vorgaben?|prompts?|kontext|zuvor|gesagt\w*|richtlinien?)\b|\b(?:neue|folgende) (?:anweisung\w*|aufgabe\w*) (?:für dich|an dich|lautet|:)|\bab jetzt (?:bist|antwortest|sprichst|schreibst) du\b|\bkonzentrier\w* dich\b", Lax, 1000)]
    private static partial Regex GermanOverride();

    [GeneratedRegex(@"\b(?:an (?:die|den|das) (?:ki|bot|chatbot|ai|system|assistent\w*|sprachmodell|automat\w*)\b|(?:liebe|hallo|hey) (?:ki|bot|chatgpt|ai|chatbot|assistent\w*)|(?:prompt|systemprompt|system prompt|prompt ?text\w*)\b|(?:language|ai|assistant) model\b|sprachmodell\w*|chatgpt|\bgpt-?\d|(?:du|sie) (?:bist|sind) (?:eine? )?(?:ki|künstliche|sprachmodell|assistent\w*|bot|maschine)|you are (?:an? )?(?:ai|assistant|bot|chatbot|model|language)|as an ai|hinweis (?:für|an) (?:die )?(?:ki|software|automatische\w*|maschinelle\w*)|wenn (?:du|sie) eine? (?:ki|automat|maschine|sprachmodell))", Lax, 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(@"\b(?:act (?:like|as)|pretend (?:to be|you|that)|roleplay|you are now|i want you to|imagine you are|play the role|take the role|simulate|behave like|speak like|write like)\b|\b(?:du bist (?:jetzt|nun|ein|eine)|sei (?:jetzt|nun)|spiel\w* die rolle|tu(?:e)? so,? als|verhalte dich|stell dir vor,? du (?:bist|wärst)|nimm die rolle|agier\w* als|fungier\w* als|schlüpf\w* in die rolle)\b", Lax, 1000)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?:^|\n)\s*(?:system|assistant|user|developer|admin(?:istrator)?|instruction|anweisung)\s*:|<\|?(?:im_start|im_end|system|endoftext|s|inst)\|?>|\[/?(?:INST|SYSTEM)\]|###\s?(?:system|instruction|anweisung|response|antwort)|</?(?:anfrage|quellen?|system|prompt|instructions?)>|\bBEGIN (?:SYSTEM|INSTRUCTIONS?)\b", Lax, 1000)]
    private static partial Regex Delimiter();

    [GeneratedRegex(@"\b(?:(?:in|to|of|with|from|into|throughout|within|for|at the end of|end|start|begin|finish|conclude|make|write|format|convert|encode) (?:all )?(?:your|the) (?:entire |whole |final )?(?:answers?|responses?|reply|replies|output|text|message)|your (?:entire |next |final )?(?:answer|response|reply|output)s?\b|(?:respond|reply|answer) (?:only|in|with|using|as)\b|(?:introduce|insert|use|add) (?:random |intentional |deliberate )?(?:typos|misspellings|emojis?|spelling)|(?:reverse|rearrange|scramble|replace|substitute|remove|swap|shuffle|encode|encrypt|decode) (?:all |the |every |each )?(?:order |spaces|letters|words|vowels|characters|sentences?|text|space|punctuation)|(?:say|print|output|repeat|show|display|reveal|tell me) (?:me |only |exactly |all |your |the )*(?:prompts?|instructions?|hidden|system|secret|password|words|sentence|above|previous|initial|first))", Lax, 1000)]
    private static partial Regex Output();

    [GeneratedRegex(@"\b(?:(?:in|an|am ende|zu beginn|mit|aus) (?:deiner|deine|deinem|der) (?:antwort|ausgabe|text|nachricht)\b.{0,60}\b(?:schreib\w*|füg\w*|erwähn\w*|nenn\w*|setz\w*|ein(?:bau\w*|füg\w*)?|verweis\w*|verlink\w*)|(?:schreib\w*|füg\w*|erwähn\w*|nenn\w*|setz\w*|bau\w*|baue|beend\w*|beginn\w*|verfass\w*|formulier\w*|antwort\w*|übersetz\w*|gib|gebe|ersetz\w*|entfern\w*|verlink\w*)\b.{0,50}\b(?:deiner?m?n? (?:antwort|ausgabe|text|nachricht|prompt|anweisung)\w*|in die antwort|der antwort|die antwort an|jede antwort)|antworte (?:nur|ausschließlich|mir|immer|bitte nur|auf|mit|in)\b|deine antwort\b|deinen? (?:systemprompt|anweisungen|prompt|regeln|befehle?)\b|gib .{0,30}\b(?:aus|preis|wieder)\b.{0,20}(?:anweisung\w*|daten|prompt|passw\w*)?$)", Lax | RegexOptions.Multiline, 1000)]
    private static partial Regex GermanOutput();

    [GeneratedRegex(@"(?:^|[.!?:;""|]\s*|\n\s*|\bplease |\bcan you |\bcould you |\bhelp me )(?:(?:write|draft|compose|create|generate|provide|develop|produce|prepare|craft|design|suggest|give|make|tell) (?:me |us )?(?:an? |the |some |your )?(?:\w+ ){0,3}?(?:poem|story|essay|speech|introduction|letter to|song|joke|article|blog|script|code|program|function|recipe|summary|list of|outline|dialogue|paragraph|caption|slogan|tips|advice|sentence|headline|tweet|post|review|plan)\b|(?:explain|describe|summari[sz]e|break down|outline|define|discuss|teach me|illustrate|elaborate on|clarify|demonstrate|compare|analy[sz]e) (?!my|our|that i|why i|what i|which documents)(?:the |how |what |why |to me )*\w+|translate\b|what'?s? (?:is )?the (?:french|spanish|german|italian|japanese|chinese|russian) (?:word|translation)|how (?:do|would) (?:you|i) say\b|show me (?:a |an |how to )?(?:simple |basic )?(?:\w+ )?(?:python|java\w*|html|sql|code|function|example)|include (?:a |an |the |some )|add (?:a |an |the |"")|integrate (?:a |an |the )|incorporate (?:a |an |the )|mention (?:that|the|a)|embed (?:a |the )|insert (?:a |an |the )|recommend (?:that|visiting|the website)|convince|persuade|encourage|urge|promote|invite (?:users|readers))", Lax, 1000)]
    private static partial Regex Task();

    [GeneratedRegex(@"(?:^|[.!?:;""]\s*|\n\s*|\bbitte )(?:schreib(?:e)? (?:mir |uns )?(?:ein|eine|einen) (?:\w+ )?(?:gedicht|geschichte|aufsatz|rede|lied|witz|artikel|code|programm|funktion|rezept|roman|hymne)|erzähl(?:e)? (?:mir |uns )?(?:ein|eine|einen)|übersetz(?:e|en sie)?\b|erklär(?:e)? (?:mir )?(?:den|die|das|wie man|warum) (?!bescheid|gebühr|antrag)\p{Lu}\p{L}+ (?:in einfachen|einem kind|von )|dichte|programmier(?:e)?\b|nenne (?:mir )?(?:alle|die (?:passw|namen|daten)))", Lax, 1000)]
    private static partial Regex GermanTask();

    [GeneratedRegex(@"\b(?:what is the (?:capital|meaning|population|formula|difference between|largest|smallest|tallest|longest|square root|speed|purpose|boiling|definition|currency|distance|chemical)|who (?:wrote|invented|discovered|painted|was the (?:first|president)|is the (?:president|author|ceo))|when (?:was|did) (?:the|world|\p{Lu}\w+) (?:\w+ )?(?:war|invented|discovered|founded|end|begin|start|born)|how (?:do|does|did) (?:an? |the )?(?!i |we |my )\w+(?: \w+){0,2} (?:work|function|form|occur|affect|differ|fly|grow)\b|how (?:do|can|to) (?:i |you |we )?(?:solve|calculate|cook|bake|code|program|write a|debug|implement|sort|hack)|what (?:are|were|is|was) the (?:main |primary |major |key |basic |chief )(?:\w+ )?(?:causes?|functions?|components?|ingredients|principles|features|stages|reasons|characteristics|differences|steps|branches|types)|what causes|wie heißt die hauptstadt|was ist die hauptstadt|wer (?:erfand|schrieb|malte|hat .{0,30} (?:erfunden|entdeckt|geschrieben)))", Lax, 1000)]
    private static partial Regex Knowledge();

    [GeneratedRegex(@"\b(?:(?:genehmig\w*|bewillig\w*|stufe|markier\w*|kennzeichn\w*|setz\w*|bestätig\w*|klassifizier\w*|leite|sende|schick\w*|lösch\w*|überweis\w*|veranlass\w*)\b.{0,50}\b(?:automatisch|sofort ohne prüfung|ohne (?:weitere |menschliche )?prüfung|als (?:genehmigt|bewilligt|erledigt|dringend|höchste priorität|freigegeben)|alle (?:daten|e-mails|nachrichten|akten) (?:an|von|der))|(?:forward|send|delete|approve|mark|transfer)\b.{0,40}\b(?:all (?:emails|data|messages|files|records)|automatically|as approved|without review)|(?:click|visit|go to|download|install|open)\b.{0,40}(?:https?://|www\.|\b[a-z0-9-]+\.(?:xyz|ru|top|info|com|net|io|org)\b))", Lax, 1000)]
    private static partial Regex Decision();

    [GeneratedRegex(@"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]{2,}|[\udb40][\udc00-\udc7f]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hidden();
}
