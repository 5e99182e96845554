using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>What an answer lacks before it can be reviewed.</summary>
internal sealed class ReplyCheck(Municipality town)
{
    public IReadOnlyList<FormError> Errors(Case subject, Reply reply)
    {
        var errors = new List<FormError>();
        if (reply.Channel == AnswerChannel.Email && !MailWriter.IsAddress(reply.Recipient))
        {
            errors.Add(new FormError("Recipient", "Bitte geben Sie genau eine E-Mail-Adresse ein, zum Beispiel name@example.org."));
        }

        if (reply.Channel != AnswerChannel.Phone && string.IsNullOrWhiteSpace(reply.Subject))
        {
            errors.Add(new FormError("Subject", "Bitte geben Sie einen Betreff ein."));
        }

        var text = reply.Text.Trim();
        if (text.Length == 0 || text == ReplyViews.EmptyLetter(subject, town) || text == AskBack.Text(subject, town).Trim())
        {
            errors.Add(new FormError("Text", reply.Channel == AnswerChannel.Phone ? "Bitte schreiben Sie, was besprochen wurde." : "Bitte schreiben Sie eine Antwort."));
        }

        return errors;
    }
}

/// <summary>The beginning of a question back to the citizen.</summary>
internal static class AskBack
{
    public static string Text(Case subject, Municipality town) => ReplyViews.EmptyLetter(subject, town).Replace(
        "Guten Tag,\n\n\n\n",
        "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Damit wir Ihnen antworten können, brauchen wir noch eine Angabe:\n\n\n\nBitte antworten Sie einfach auf diese Nachricht.\n\n",
        StringComparison.Ordinal);
}
