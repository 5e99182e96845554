using System.Text.RegularExpressions;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>What an answer lacks before it can be reviewed.</summary>
internal sealed partial class ReplyCheck(Municipality town)
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

        errors.AddRange(Unfilled("Subject", "Im Betreff", reply.Subject));
        errors.AddRange(text.Split('\n').SelectMany((line, i) => Unfilled("Text", $"In Zeile {i + 1}", line)));
        return errors;
    }

    // What a text block or a language model leaves open ({Amt}, {{fee:…}}, [NAME_1]) is for the clerk to fill in.
    private static IEnumerable<FormError> Unfilled(string field, string place, string text) => Placeholder().Matches(text)
        .Select(m => new FormError(field, $"{place} steht noch der Platzhalter „{m.Value}“. Bitte ersetzen oder löschen Sie ihn."));

    [GeneratedRegex(@"\{{1,2}[^{}\n]{1,80}\}{1,2}|\[[A-Z_]{2,30}_[0-9]{1,4}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}

/// <summary>The beginning of a question back to the citizen.</summary>
internal static class AskBack
{
    public static string Text(Case subject, Municipality town) => ReplyViews.EmptyLetter(subject, town).Replace(
        "Guten Tag,\n\n\n\n",
        "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Damit wir Ihnen antworten können, brauchen wir noch eine Angabe:\n\n\n\nBitte antworten Sie einfach auf diese Nachricht.\n\n",
        StringComparison.Ordinal);
}
