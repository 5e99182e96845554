using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>Recognises the head lines of a quoted or forwarded mail ("Von: … Gesendet: …") and the lines that announce one.</summary>
internal static partial class QuoteHead
{
    private const int MaxLines = 14;

    private enum Role
    {
        From,
        Sent,
        To,
        Subject,
        Other,
    }

    private static readonly Dictionary<string, Role> Labels = Build();

    /// <summary>
    /// How many lines from <paramref name="at"/> on are a head; 0 when none. A head names the sender and two more of
    /// date, recipient and subject, so that a citizen's own list ("Von: Bahnhof / An: Markt") is not taken for one.
    /// </summary>
    public static int Lines(IReadOnlyList<string> lines, int at)
    {
        var first = RoleOf(lines[at]);
        if (first is null or Role.Other)
        {
            return 0;
        }

        var roles = new HashSet<Role>();
        var end = at;
        var wrapped = 0;
        for (var i = at; i < lines.Count && i < at + MaxLines; i++)
        {
            var role = RoleOf(lines[i]);
            if (role is null && (string.IsNullOrWhiteSpace(lines[i]) ? !LabelFollows(lines, i + 1) : ++wrapped > 3))
            {
                break;
            }

            if (role is { } known)
            {
                wrapped = 0;
                end = i + 1;
                roles.Add(known);
            }
        }

        return IsHead(roles, lines, at, end) ? WithWrappedEnd(lines, end) - at : 0;
    }

    public static bool IsSeparator(string line) => line.Length < 120 && Separator().IsMatch(line);

    public static bool IsForward(string line) => line.Length < 120 && Forward().IsMatch(line);

    public static bool IsForwardSubject(string subject) => ForwardSubject().IsMatch(subject);

    private static bool IsHead(HashSet<Role> roles, IReadOnlyList<string> lines, int at, int end)
    {
        if (!roles.Contains(Role.From) || roles.Count(r => r != Role.Other) < 3)
        {
            return false;
        }

        return roles.Contains(Role.Subject) || Enumerable.Range(at, end - at).Any(i => lines[i].Contains('@', StringComparison.Ordinal))
            || (at > 0 && IsSeparator(lines[at - 1]));
    }

    /// <summary>The last head line may be wrapped; its rest ends at the next empty line.</summary>
    private static int WithWrappedEnd(IReadOnlyList<string> lines, int end)
    {
        for (var i = end; i < lines.Count && i < end + 3; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                return i;
            }
        }

        return end;
    }

    private static bool LabelFollows(IReadOnlyList<string> lines, int from)
    {
        for (var i = from; i < lines.Count && i < from + 2; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                return RoleOf(lines[i]) is not null;
            }
        }

        return false;
    }

    private static Role? RoleOf(string line)
    {
        var start = line.TrimStart(' ', '\t', '*', '_', '|', '\u200E', '\u200F');
        var colon = start.IndexOfAny([':', '：']);
        return colon is > 0 and < 30 && Labels.TryGetValue(start[..colon].Trim(' ', '*', '_', '\u00A0'), out var role) ? role : null;
    }

    private static Dictionary<string, Role> Build()
    {
        var labels = new Dictionary<string, Role>(StringComparer.OrdinalIgnoreCase);
        Add(Role.From, "From|Von|Absender|De|Van|Da|Od|Od|От|От кого|Від|Від кого|Kimden|Gönderen|Fra|Från|Avsändare|Afsender|Lähettäjä|Feladó|De la|Mittente|Nadawca|Expéditeur|Remitente|Remetente|Odesílatel|Odosielateľ|Από|发件人|寄件者|寄件人|差出人|보낸 사람|Pošiljatelj|Šalje|Nga|Nuo|No|Saatja|من|מאת|Od koga");
        Add(Role.Sent, "Sent|Date|Gesendet|Gesendet am|Datum|Sent at|Date d'envoi|Envoyé|Envoyé le|Enviado|Enviado el|Enviada|Enviada em|Enviado em|Fecha|Data|Verzonden|Verzonden op|Inviato|Wysłano|Wysłane|Data wysłania|Отправлено|Дата|Надіслано|Tarih|Gönderme Tarihi|Gönderildi|Gönderim Tarihi|Gönderilme|Sendt|Dato|Skickat|Lähetetty|Päiväys|Päivämäärä|Küldve|Elküldve|Odesláno|Odoslané|Dátum|Trimis|Dată|Ημερομηνία|Στάλθηκε|发送时间|发送日期|日期|寄件日期|送信日時|日付|보낸 날짜|날짜|Poslano|Poslato|Išsiųsta|Saadetud|Gửi|Ngày|תאריך|نشر|Time");
        Add(Role.To, "To|An|À|A|Para|Aan|Per|Empfänger|Destinataire|Destinatario|Do|Komu|Кому|Kime|Alıcı|Til|Till|Vastaanottaja|Címzett|Către|Προς|收件人|收件者|宛先|받는 사람|Za|Prima|Pre|Për|Kam|Kellele|אל|إلى|Antwort an|Reply-To|Adressat");
        Add(Role.Subject, "Subject|Betreff|Betr|Objet|Sujet|Asunto|Assunto|Onderwerp|Oggetto|Temat|Тема|Konu|Emne|Ämne|Aihe|Tárgy|Předmět|Predmet|Subiect|Θέμα|主题|主旨|件名|제목|Zadeva|Naslov|Tema|Teema|Subjekt|Chủ đề|נושא|الموضوع");
        Add(Role.Other, "Cc|Bcc|Kopie|Kopie (Cc)|Copie|Copie à|Копия|Копія|Kopia|Kopi|Kópia|Másolat|Bilgi|DW|UDW|副本|抄送|참조|Importance|Priority|Wichtigkeit|Priorität|Importancia|Attachments|Anlagen|Anhänge|Organization|Organisation|Signed|Reply To|Antworten an|Message-ID|Resent-From|X-Mailer");
        return labels;

        void Add(Role role, string names)
        {
            foreach (var name in names.Split('|'))
            {
                labels.TryAdd(name, role);
            }
        }
    }

    [GeneratedRegex(@"^\W{0,4}[-_=*]{2,}\s*(original[- ]?(message|nachricht|mail)|ursprüngliche (nachricht|e-?mail|mail)|urspr\. (nachricht|mail)|antwort|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|oprindelig (meddelelse|besked)|opprinnelig melding|ursprungligt meddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|оригинальное сообщение|оригінальне повідомлення|původní zpráva|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|orijinal (mesaj|ileti)|özgün ileti|originalna poruka|izvirno sporočilo|αρχικό μήνυμα|原始邮件|原始郵件|原始訊息|original meddelande)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\W{0,4}([-_=*]{2,}\s*(forwarded (message|by .{1,80})|weitergeleitete (nachricht|e-?mail|mail)|message (transféré|réexpédié)|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|iletilen (mesaj|ileti|e-?posta)|yönlendirilen (mesaj|ileti)|videresendt (meddelelse|melding|besked)|vidarebefordrat meddelande|přeposlaná zpráva|továbbított üzenet|mesaj redirecționat|proslijeđena poruka)\W*|(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)|début du message (réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (reencaminhada|encaminhada)|begin doorgestuurd bericht|początek przekazywanej wiadomości|iletilen iletinin başlangıcı|начало переадресованного сообщения|початок листа, що пересилається)\s*:?\s*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forward();

    [GeneratedRegex(@"^\s*((re|aw|antw)\s*:\s*)?(wg|fwd?|tr|rv|enc|ilt|i̇lt|pd|doorst)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForwardSubject();
}
