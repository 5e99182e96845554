using System.Text.RegularExpressions;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Drafting.Translating;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Simplifying;

/// <summary>A letter in Einfache Sprache, or why there is none.</summary>
public sealed record SimplifiedResult(Draft? Draft, string? Reason, ModelUse? Use);

/// <summary>Lets a language model say a letter in Einfache Sprache; its facts are checked like those of any draft.</summary>
public sealed partial class LetterSimplifier(LanguageModel model, ReplyComposer composer)
{
    /// <summary>Recorded on the draft.</summary>
    public const string PromptVersion = "plain.v1";

    // Tokens of the JSON around the letter.
    private const int Shape = 400;

    /// <param name="letter">The letter as it stands, with the marks of its sources.</param>
    /// <param name="citations">What the marks stand for.</param>
    /// <param name="request">The case, with the passages that the letter may rest on.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SimplifiedResult> SimplifyAsync(
        string letter, IReadOnlyList<Citation> citations, DraftRequest request, CancellationToken cancellation)
    {
        var parts = LetterParts.Of(letter);
        if (parts.Body.Length == 0)
        {
            return new SimplifiedResult(null, "The letter says nothing yet.", null);
        }

        var all = request.Found.Passages.Select(p => p.Passage).ToList();
        var passages = citations.Select(c => (Mark: c.Marker.Trim('[', ']'), Passage: all.Find(p => p.Id == c.Passage)))
            .Where(c => c.Passage is not null).DistinctBy(c => c.Mark).ToDictionary(c => c.Mark, c => c.Passage!);
        var pseudonyms = new Pseudonyms();
        var people = KnownPeople.Of(request.SenderName, letter, request.Inquiry.Subject, request.Inquiry.Text, request.Signature);
        if (LetterMask.Mask(parts.Body, people, pseudonyms) is not { } body)
        {
            return new SimplifiedResult(null, ModelFailure.Unread, null);
        }

        var prompt = Prompt.Of(
            PromptVersion, ModelReply.Schema,
            ("passages", Prompt.Passages(passages.Select(p => (p.Key, p.Value)))),
            ("letter", Prompt.Data(body))) with { LongestAnswer = letter.Length + Shape };
        var outcome = await model.AskAsync(prompt, (answer, stop) => ReadAsync(answer, parts, passages, pseudonyms, request, stop), progress: null, cancellation);
        return new SimplifiedResult(outcome.Value, outcome.Reason, outcome.Use);
    }

    private async Task<Draft> ReadAsync(
        string answer, LetterParts parts, Dictionary<string, Passage> passages, Pseudonyms pseudonyms, DraftRequest request, CancellationToken cancellation)
    {
        var reply = ModelReply.Parse(answer);
        if (reply.Paragraphs.Count == 0)
        {
            throw new UnusableReplyException("The answer is empty.");
        }

        var cited = ReplyReader.Cited(reply, passages.Keys, pseudonyms);
        var paragraphs = reply.Paragraphs.Select(p => ReplyReader.Paragraph(p, pseudonyms)).ToList();
        if (Facts(parts.Body).Except(Facts(string.Join('\n', paragraphs))).Any())
        {
            throw new UnusableReplyException(ModelFailure.LeftOut);
        }

        var text = parts.With(paragraphs);
        var critical = await composer.CriticalAsync(text, request.Found.Passages.Select(p => p.Passage), new LetterFrame(request), cancellation);
        return new Draft(
            text, [.. cited.Order(StringComparer.Ordinal).Select(m => ReplyReader.Citation(m, passages[m]))], critical, [], cited.Count == 0, model.Options.Model, PromptVersion);
    }

    // What a text must not lose on its way to simple words: every number, date, weekday and address. Paragraphs of laws may go.
    private static IEnumerable<string> Facts(string text) =>
        PreparedLetter.Paragraphs(LawReference().Replace(text, " ")).SelectMany(TranslatedFacts.Of);

    [GeneratedRegex(@"§§?\s?\d+\s?[a-z]?\b(?:,?\s(?:Abs(?:atz|\.)|S(?:atz|\.)|Nr\.|Nummer)\s?\d+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LawReference();
}
