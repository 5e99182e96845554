using System.Text.RegularExpressions;

namespace Triage.Models.Intake;

/// <summary>A mail's text in its parts; null where there is none.</summary>
public sealed record TrimmedReply(string Reply, string? Quoted, string? Signature, string? Forwarded);

/// <summary>
/// Separates what a person wrote now from quoted history, signature and forwarded mail. Where it is unsure it keeps:
/// some history too much costs a glance, a lost sentence costs the inquiry.
/// </summary>
public static class ReplyTrimmer
{
    /// <summary>Splits <paramref name="text"/> (line breaks \n); <paramref name="subject"/> tells WG: from AW:.</summary>
    public static TrimmedReply Trim(string text, string subject = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(subject);
        try
        {
            return Split(text, subject);
        }
        catch (RegexMatchTimeoutException)
        {
            return new(text.Trim(), null, null, null);
        }
    }

    private static TrimmedReply Split(string text, string subject)
    {
        var lines = text.Split('\n').Select(Visible).ToArray();
        var page = new MailPage(lines, MailLines.Classify(lines));
        var forwarded = Passed(page, QuoteHead.IsForwardSubject(subject));
        page.TakeSignature();
        page.TakeCompanyDetails();
        page.TakeFooters();
        page.TakeTrailingQuotes();
        page.TakeLeadingQuote();
        var reply = page.Kept();
        var quoted = forwarded is null ? page.Quoted() : null;
        return reply.Length == 0
            ? new(forwarded ?? Collapsed(lines), null, page.Signature(), forwarded)
            : new(reply, quoted, page.Signature(), forwarded);
    }

    /// <summary>Cuts at the first mark of history; the text that was passed on, when it was passed on and not answered.</summary>
    private static string? Passed(MailPage page, bool forwardSubject)
    {
        var at = page.FindHistory();
        if (at < 0)
        {
            return null;
        }

        var passedOn = page.IsForward(at, forwardSubject);
        if (!page.HasTextBefore(at))
        {
            // The whole mail is what was passed on: its head goes, its text is what there is to decide upon.
            page.DropHead(at);
            return passedOn ? page.From(page.AfterHead(at)) : Passed(page, forwardSubject);
        }

        var history = page.From(at);
        page.CutFrom(at);
        return passedOn ? history : null;
    }

    private static string Collapsed(IEnumerable<string> lines) => string.Join('\n', lines).Trim();

    private static string Visible(string line) => line.AsSpan().IndexOfAny('\u00A0', '\u200B', '\uFEFF') < 0 && line.AsSpan().IndexOfAny('\u200E', '\u200F', '\u202F') < 0
        ? line.TrimEnd()
        : new string([.. line.Where(c => c is not ('\u200B' or '\uFEFF' or '\u200E' or '\u200F')).Select(c => c is '\u00A0' or '\u202F' ? ' ' : c)]).TrimEnd();
}
