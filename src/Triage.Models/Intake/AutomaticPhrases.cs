using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>
/// What machines call themselves and write above their mails, in the languages a German town receives. Subjects count
/// only from their beginning: "AW: Automatische Antwort" was written by a person.
/// </summary>
internal static partial class AutomaticPhrases
{
    public static bool IsBounceSender(string nameOrLocalPart) => nameOrLocalPart.Length < 100 && BounceSender().IsMatch(nameOrLocalPart);

    public static Automatic? ByLocalPart(string local) => local.Length is 0 or > 100 ? null
        : ListSender().IsMatch(local) ? new(AutomaticKind.List, $"sender {local}")
        : MachineSender().IsMatch(local) ? new(AutomaticKind.Other, $"sender {local}")
        : null;

    public static Automatic? BySubject(string subject)
    {
        if (VacationSubject().IsMatch(subject))
        {
            return new(AutomaticKind.Vacation, "subject");
        }

        return ReceiptSubject().IsMatch(subject) ? new(AutomaticKind.Mdn, "subject")
            : BounceSubject().IsMatch(subject) ? new(AutomaticKind.Bounce, "subject")
            : AcknowledgementSubject().IsMatch(subject) ? new(AutomaticKind.Other, "subject")
            : null;
    }

    /// <summary>By the first lines; only sentences that no person writes.</summary>
    public static Automatic? ByText(string text)
    {
        var start = text.Length > 1500 ? text[..1500] : text;
        return BounceText().IsMatch(start) ? new(AutomaticKind.Bounce, "text")
            : VacationText().IsMatch(start) ? new(AutomaticKind.Vacation, "text")
            : ReportText().IsMatch(start) ? new(AutomaticKind.Other, "text")
            : null;
    }

    [GeneratedRegex(@"^\W*(mailer[-_. ]?daemon|mail[-_. ]?daemon|(opendmarc-)?poo?st[-_]?master|mail[-_. ](delivery|deliver)[-_. ](sub)?system|internet mail delivery|maildelivery|mmsc ndr administrator|bounces?([-+].*)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BounceSender();

    [GeneratedRegex(@"^(newsletter|listserv|majordomo|mailman|sympa|owner-.+|.+-(owner|request|bounces?|announce))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListSender();

    [GeneratedRegex(@"^(no[-_.]?reply.*|do[-_.]?not[-_.]?reply.*|.+[-_.](no[-_.]?reply|noreply)|nicht[-_.]?antworten|keine[-_.]?antwort|notifications?|mailrobot|autoresponder|auto[-_.]?reply|cron|daemon|system[-_.]?notification|feedbackloop|fbl|abuse[-_.]?report)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MachineSender();

    [GeneratedRegex(@"^\W*(automatische (antwort|abwesenheit|e-?mail-?antwort)|abwesenheits(notiz|meldung|nachricht|benachrichtigung|info|agent|assistent)|abwesend\s*:|(ich bin |bin )?(derzeit |zur ?zeit |momentan )?(nicht im (büro|haus|dienst)|außer haus)\b.{0,30}\(auto|auto(matic|matische)?[- ]?(reply|response)|auto[-_ ]?respon(se|der)?s?\b|autoreply|autorespons?\b|out[- ]of[- ](the[- ])?office|ooo\s*:|vacation (reply|response)|away from (my )?(mail|office)|r[ée]ponse automatique|message d'absence|absence du bureau|respuesta autom[áa]tica|fuera de la oficina|risposta automatica|fuori sede|resposta autom[áa]tica|automatisch(e)? (antwoord|beantwoording)|afwezig|automatyczna odpowied|odpowied[źz] automatyczna|autoodpowied|otomatik (yan[ıi]t|cevap)|автоответ|автоматический ответ|автоматична відповідь|автовідповідь|autosvar|automatisk svar|automatický? odpov|automatikus válasz|r[ăa]spuns automat|自動(返信|応答))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VacationSubject();

    [GeneratedRegex(@"^\W*(lesebestätigung|empfangsbestätigung|gelesen\s*:|ungelesen gelöscht\s*:|read(ed)?\s*:|not read\s*:|read[- ]receipt|return receipt|confirmation de lecture|lu\s*:|okundu\s*:|прочитано\s*:|przeczytano\s*:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReceiptSubject();

    [GeneratedRegex(@"^\W*(undeliver(able|ed)\b|unzustellbar\b|nicht zustellbar\b|nachricht nicht zugestellt|delivery (status )?(notification|report|failure|has failed|delayed)|delivery status\b|mail delivery (failed|failure|status|system)|mail (system error|could not be delivered|failed, returning|failure\b)|returned mail\b|failure notice\b|non[- ]?delivery|message delivery (failure|delayed)|notice: mail delivery|\[?postmaster\]?\W+(notify|email delivery)|could not (send|deliver) (your )?message|sorry, your message could not|there was an error sending your mail|warning: (could not send|message .{1,60} delayed)|delayed mail\b|unzustellbarkeits|zustellung fehlgeschlagen|fehlgeschlagene zustellung|mail konnte nicht zugestellt|message you sent blocked|considered unsolicited bulk|non remis\s*:|nondeliverable|ndn:|message (undeliverable|status)|(permanent|temporary) delivery failure|e-?mail (could not be|delivery)|undelivered\b|недоставлен|teslim edilemedi)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BounceSubject();

    [GeneratedRegex(@"^\W*((automatische )?(eingangsbestätigung|empfangsbestätigung)\b|automatic acknowledge?ment|aws notification message|complaint about message from|(abuse|spam|feedback) (report|loop)\b|.{0,30}\babuse report\b|\[?(abuse|dmarc)[- ]?(report|feedback))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AcknowledgementSubject();

    [GeneratedRegex(@"(this is an automatically generated delivery status notification|this message was created automatically by (mail|the mail) (delivery|system)|this is the mail system at host|your message could not be delivered to|could not be delivered to (one or more|the following) (recipients|addresses)|the following (addresses|recipients?) had (permanent|transient|delivery)|i wasn't able to deliver your message|your message did not reach some or all of the intended|diese nachricht wurde automatisch vom mail|konnte nicht an (einen|die folgenden|folgende) empfänger zugestellt|-{3,} the following addresses had)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BounceText();

    [GeneratedRegex(@"(^\s*(dies|das) ist eine automatisch(e| (generierte|erzeugte|erstellte|versendete|verschickte)) (antwort|e-?mail|nachricht|mail)|^\s*this is an (automatic|automated|auto)[- ]?(ally generated )?(reply|response)|diese (e-?mail|nachricht|antwort) wurde automatisch (generiert|erzeugt|erstellt|versendet|verschickt))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex VacationText();

    [GeneratedRegex(@"(this is an email abuse report for an email message|^feedback-type:\s*\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex ReportText();
}
