using System.Text.RegularExpressions;
using Triage.Models.Intake;
using Triage.Models.Retrieving;

namespace Triage.Models.Summarizing;

/// <summary>The sentences that the writer of a message wrote in it: without address, closing, signature, history and lines of a form.</summary>
internal static partial class OwnSentences
{
    // Some 400 words. Who writes more has said by then what it is about, and a page must not wait for the rest.
    private const int Read = 2_500;

    /// <summary>Their places in order, in UTF-16 units; a sentence that goes on where reading ends is left out.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        var sentences = Blocks(text.Length > Read ? text[..Read] : text)
            .SelectMany(b => Sentences.Find(text, b.Start, b.End))
            .Select(s => (Start: AfterMarks(text, s.Start, s.End), s.End))
            .Where(s => s.Start < s.End)
            .ToList();
        return text.Length > Read && sentences.Count > 0 ? sentences[..^1] : sentences;
    }

    private static List<(int Start, int End)> Blocks(string text)
    {
        var lines = text.Split('\n');
        var kinds = MailLines.Classify(lines);
        var (blocks, open, at) = (new List<(int Start, int End)>(), false, 0);
        for (var i = 0; i < lines.Length && !Ends(kinds[i], lines[i], blocks.Count > 0); at += lines[i++].Length + 1)
        {
            if (kinds[i] != MailLine.Text || Salutation().Match(lines[i]).Length == lines[i].Length || FormLine().IsMatch(lines[i]))
            {
                open = false;
                continue;
            }

            var end = at + lines[i].Length;
            if (open)
            {
                blocks[^1] = (blocks[^1].Start, end);
            }
            else
            {
                blocks.Add((at, end));
            }

            open = true;
        }

        return blocks;
    }

    // A head or an attribution on top is left from a mail that was passed on; below a text it begins the history.
    private static bool Ends(MailLine kind, string line, bool hasText) => kind switch
    {
        MailLine.SignatureMark or MailLine.Mobile or MailLine.Disclaimer => true,
        MailLine.Attribution or MailLine.Head or MailLine.Separator or MailLine.Forward => hasText,
        _ => hasText && MailFooters.IsClosing(line),
    };

    private static int AfterMarks(string text, int start, int end)
    {
        start += ListMark().Match(text, start, Math.Min(end - start, 20)).Length;
        return start + Salutation().Match(text, start, Math.Min(end - start, 120)).Length;
    }

    [GeneratedRegex(@"^(?:[-*•–]|\d{1,2}\))\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListMark();

    // "Hallo Herr Meier," and the "Hallo" of "Hallo ich brauche …"; "Lieber käme ich Montag" is none.
    [GeneratedRegex(
        @"^\s*(?:(?i:sehr\s+geehrte\w*|guten?\s+(?:tag|morgen|abend)|hallo|hi|moin(?:\s+moin)?|servus|grüß\s+gott|liebe[rs]?|dear|hello)(?:[ /]+(?:\p{Lu}[\p{L}.’'-]*|und|zusammen|liebe\w*|geehrte\w*|der|des|das|an|alle|von|zu)){0,10}\s*(?:[,!:]|\n|$)\s*|(?i:guten\s+tag|hallo|hi|moin)\s+(?=\p{Ll}))",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Salutation();

    // "Telefon: 0123 456", "Kassenzeichen: 4711": a label and a value, no sentence.
    [GeneratedRegex(@"^\s*[\p{L}][\p{L} .-]{1,25}:\s[^\n]{0,60}(?<![.!?])\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormLine();
}
