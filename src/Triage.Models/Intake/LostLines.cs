using MimeKit;

namespace Triage.Models.Intake;

/// <summary>Finds the text that stands where header lines should: a mail whose empty line after the head is missing.</summary>
internal static class LostLines
{
    public static MailText Restore(MimeMessage mail, MailText found)
    {
        var lost = mail.Headers.Where(IsText).Take(200).Select(h => Charsets.Decode([.. h.RawField, .. h.RawValue], null).Text.TrimEnd()).ToList();
        return lost.Count == 0 ? found : found with { Text = MailText.Lines(string.Join('\n', lost)) + "\n\n" + found.Text };
    }

    /// <summary>MimeKit keeps a line without a field name as a header without a value.</summary>
    private static bool IsText(Header header) => header.Field.Contains(' ', StringComparison.Ordinal) || header.Field.Any(c => c > '\u007F');
}
