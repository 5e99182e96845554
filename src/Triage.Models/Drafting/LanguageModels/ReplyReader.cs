using System.Text.RegularExpressions;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>Makes a letter of a model's answer, or refuses it.</summary>
internal static partial class ReplyReader
{
    /// <exception cref="UnusableReplyException">It cites a source or names a placeholder that it was not given.</exception>
    public static async Task<Draft> ReadAsync(
        ModelReply reply,
        IReadOnlyList<(string Mark, Passage Passage)> passages,
        Pseudonyms pseudonyms,
        DraftRequest request,
        ReplyComposer composer,
        CancellationToken cancellation)
    {
        var known = passages.ToDictionary(p => p.Mark, p => p.Passage);
        var cited = Cited(reply, known.Keys, pseudonyms);
        var frame = new LetterFrame(request);
        var open = reply.OpenQuestions.Select(pseudonyms.Restore).ToList();
        var text = string.Join("\n\n", (IEnumerable<string>)
            [frame.Greeting, frame.Thanks, .. reply.Paragraphs.Select(p => Paragraph(p, pseudonyms)), .. open.Select(LetterFrame.Open), frame.Closing]);
        var critical = await composer.CriticalAsync(text, passages.Select(p => p.Passage), frame, cancellation);
        return new Draft(text, [.. cited.Order(StringComparer.Ordinal).Select(m => Citation(m, known[m]))], critical, open, cited.Count == 0, string.Empty, string.Empty);
    }

    /// <summary>The marks that the answer cites.</summary>
    /// <exception cref="UnusableReplyException">It cites a source or names a placeholder that it was not given.</exception>
    public static IReadOnlyList<string> Cited(ModelReply reply, IReadOnlyCollection<string> known, Pseudonyms pseudonyms)
    {
        var cited = reply.Paragraphs.SelectMany(p => p.Passages.Concat(Marks().Matches(p.Text).Select(m => m.Groups[1].Value))).Distinct().ToList();
        if (cited.Find(mark => !known.Contains(mark)) is { } stranger)
        {
            throw new UnusableReplyException($"The answer cites a source that it was not given ({stranger.Length} characters).");
        }

        return pseudonyms.Unknown(string.Join('\n', reply.Paragraphs.Select(p => p.Text).Concat(reply.OpenQuestions))).Count == 0 ? cited
            : throw new UnusableReplyException("The answer holds a placeholder that was never given out.");
    }

    /// <summary>A paragraph with its personal data and the marks of its sources.</summary>
    public static string Paragraph(ModelParagraph paragraph, Pseudonyms pseudonyms)
    {
        var text = pseudonyms.Restore(paragraph.Text.Trim());
        var missing = paragraph.Passages.Distinct().Where(p => !text.Contains($"[{p}]", StringComparison.Ordinal)).Select(p => $"[{p}]");
        return string.Join(' ', missing.Prepend(text));
    }

    public static Citation Citation(string mark, Passage passage) =>
        new($"[{mark}]", passage.ArticleId, passage.Id, passage.Text, passage.Text);

    [GeneratedRegex(@"\[([A-Z]{1,2})\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}
