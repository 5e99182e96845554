using MimeKit;
using MimeKit.Utils;

namespace Triage.Models.Intake;

/// <summary>Takes out of a mail's head what the service keeps, each value made safe to stand in a header again.</summary>
internal static class MailHeaders
{
    public static ParsedMail Read(MimeMessage mail, MailLimits limits)
    {
        var inReplyTo = Ids(mail.Headers[HeaderId.InReplyTo]).FirstOrDefault();
        var references = Ids(mail.Headers[HeaderId.References]).TakeLast(limits.MaxAddresses).ToList();
        if (inReplyTo is not null && !references.Contains(inReplyTo))
        {
            references.Add(inReplyTo);
        }

        return new ParsedMail
        {
            Subject = HeaderText.Clean(mail.Subject, limits.MaxSubjectLength),
            From = Addresses(mail.From, limits).FirstOrDefault(),
            ReplyTo = Addresses(mail.ReplyTo, limits),
            To = Addresses(mail.To, limits),
            Sender = mail.Sender is null ? null : Address(mail.Sender),
            Date = mail.Headers.Contains(HeaderId.Date) && mail.Date != default ? mail.Date : null,
            MessageId = Ids(mail.Headers[HeaderId.MessageId]).FirstOrDefault(),
            InReplyTo = inReplyTo,
            References = references,
        };
    }

    /// <summary>One line each on sender, date and subject of a passed-on message, in German.</summary>
    public static string Head(MimeMessage mail, MailLimits limits)
    {
        var head = Read(mail, limits);
        var from = head.From is null ? "unbekannt" : $"{head.From.Name} <{head.From.Address}>".TrimStart();
        return $"Von: {from}\nBetreff: {head.Subject}";
    }

    /// <summary>
    /// Message-IDs without angle brackets. One that holds a space, a bracket or a character outside ASCII is no ID: it
    /// could not stand in a References header again.
    /// </summary>
    public static IEnumerable<string> Ids(string? value) => string.IsNullOrEmpty(value)
        ? []
        : MimeUtils.EnumerateReferences(value.Length > 50_000 ? value[^50_000..] : value).Where(IsId);

    private static bool IsId(string id) =>
        id.Length is > 0 and <= 900 && id.All(c => c is > ' ' and < '\u007F' and not ('<' or '>'));

    private static List<MailAddress> Addresses(InternetAddressList list, MailLimits limits) =>
        [.. list.Mailboxes.Select(Address).OfType<MailAddress>().Take(limits.MaxAddresses)];

    private static MailAddress? Address(MailboxAddress mailbox)
    {
        var address = mailbox.Address ?? "";
        var at = address.LastIndexOf('@');
        var valid = at > 0 && at < address.Length - 1 && address.Length <= 320
            && !address.Any(c => c is ' ' or '<' or '>' or ',' or ';' or '"' || char.IsControl(c) || char.IsWhiteSpace(c))
            && HeaderText.Clean(address, 400) == address;
        return valid ? new(address, HeaderText.Clean(mailbox.Name, 200)) : null;
    }
}
