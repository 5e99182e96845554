namespace Triage.Models.Intake;

/// <summary>Puts head, text and attachments of a mail together and separates what is new in it.</summary>
internal static class MailAssembly
{
    /// <summary>A report returns another's mail, which nobody passed on: then <paramref name="passOn"/> is false.</summary>
    public static ParsedMail Assemble(ParsedMail head, MailText found, MailBody body, MailLimits limits, bool passOn = true)
    {
        var passedOn = body.Embedded is { } inner ? $"{inner.Head}\n\n{inner.Readable(limits)}".Trim() : null;
        var text = found.Readable(limits).Trim('\n');
        var trimmed = ReplyTrimmer.Trim(text, head.Subject);
        return head with
        {
            Text = text.Length > 0 ? text : passedOn ?? "",
            Html = found.Html,
            Charset = found.Charset ?? body.Embedded?.Charset,
            Reply = trimmed.Reply.Length > 0 ? trimmed.Reply : passedOn ?? "",
            Quoted = trimmed.Quoted,
            Signature = trimmed.Signature,
            Forwarded = passOn ? trimmed.Forwarded ?? passedOn : null,
            Attachments = [.. body.Attachments.Select(a => a.Info)],
            Notices = [.. body.Notices, .. Limits(found, body, limits)],
        };
    }

    private static IEnumerable<MailNotice> Limits(MailText found, MailBody body, MailLimits limits)
    {
        if (body.Unlisted > 0)
        {
            yield return new(MailNoticeKind.TooManyParts, $"Die E-Mail hat {body.Unlisted} weitere Anhänge; sie stehen nur in der Originaldatei.");
        }

        if (found.Html is { Length: > 0 } && found.Text.Length == 0 && found.Readable(limits).Length >= limits.MaxTextLength)
        {
            yield return new(MailNoticeKind.HtmlShortened, "Der Text ist ungewöhnlich lang und wurde gekürzt; die Originaldatei ist vollständig.");
        }
        else if (found.Text.Length > limits.MaxTextLength)
        {
            yield return new(MailNoticeKind.TextShortened, "Der Text ist ungewöhnlich lang und wurde gekürzt; die Originaldatei ist vollständig.");
        }
    }
}
