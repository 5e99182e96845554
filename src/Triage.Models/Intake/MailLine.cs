namespace Triage.Models.Intake;

/// <summary>What a line of a mail is, by its form.</summary>
internal enum MailLine
{
    Text,
    Empty,
    Quote,
    Attribution,
    Head,
    Separator,
    Forward,
    Rule,
    SignatureMark,
    Mobile,
    Disclaimer,
}

/// <summary>Names what each line of a mail is.</summary>
internal static class MailLines
{
    // Longer lines are paragraphs; nothing that a mail program adds is longer.
    private const int MaxMarker = 400;

    // History begins earlier in every mail that a person can have written; the rest is not worth the time.
    private const int MaxLines = 4000;

    public static MailLine[] Classify(IReadOnlyList<string> lines)
    {
        var kinds = new MailLine[lines.Count];
        for (var i = 0; i < lines.Count;)
        {
            var (kind, count) = At(lines, i);
            Array.Fill(kinds, kind, i, count);
            i += count;
        }

        JoinWrappedQuotes(lines, kinds);
        return kinds;
    }

    private static (MailLine Kind, int Count) At(IReadOnlyList<string> lines, int i)
    {
        var line = lines[i];
        if (string.IsNullOrWhiteSpace(line))
        {
            return (MailLine.Empty, 1);
        }

        if (line.TrimStart().StartsWith('>'))
        {
            return (MailLine.Quote, 1);
        }

        return line.Length > MaxMarker || i > MaxLines ? (MailLine.Text, 1) : Marker(lines, i, line);
    }

    private static (MailLine Kind, int Count) Marker(IReadOnlyList<string> lines, int i, string line)
    {
        if (QuoteHead.Lines(lines, i) is > 0 and var head)
        {
            return (MailLine.Head, head);
        }

        if (Attribution.Lines(lines, i) is > 0 and var attribution)
        {
            return (MailLine.Attribution, attribution);
        }

        var kind = QuoteHead.IsForward(line) ? MailLine.Forward
            : QuoteHead.IsSeparator(line) ? MailLine.Separator
            : MailFooters.IsSignatureMark(line) ? MailLine.SignatureMark
            : MailFooters.IsRule(line) ? MailFooters.IsSignatureBlock(lines, i) ? MailLine.SignatureMark : MailLine.Rule
            : MailFooters.IsMobile(line) ? MailLine.Mobile
            : MailFooters.IsDisclaimer(line) ? MailLine.Disclaimer
            : MailLine.Text;
        return (kind, 1);
    }

    /// <summary>A long quoted line that was broken on its way leaves its rest without a mark.</summary>
    private static void JoinWrappedQuotes(IReadOnlyList<string> lines, MailLine[] kinds)
    {
        for (var i = 1; i + 1 < kinds.Length; i++)
        {
            if (kinds[i] == MailLine.Text && kinds[i - 1] == MailLine.Quote && kinds[i + 1] == MailLine.Quote
                && lines[i].Length < 40 && lines[i - 1].Length > 60)
            {
                kinds[i] = MailLine.Quote;
            }
        }
    }
}
