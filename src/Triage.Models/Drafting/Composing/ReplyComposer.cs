using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// Writes a letter without a language model: the passages' own sentences, chosen and ordered for the questions, between
/// fixed sentences that people wrote.
/// </summary>
/// <param name="embedder">For the grounding check; null: by words alone.</param>
public sealed class ReplyComposer(ITextEmbedder? embedder)
{
    /// <summary>"composed": the model that a composed draft names.</summary>
    public const string Model = "composed";

    private const string NoInquiry = "kein_anliegen";

    /// <summary>Null where no draft may be made: an objection, or a message that wants nothing.</summary>
    public async Task<Draft?> ComposeAsync(DraftRequest request, CancellationToken cancellation)
    {
        if (!MayDraft(request))
        {
            return null;
        }

        var frame = new LetterFrame(request);
        var writer = new LetterWriter();
        var answers = Answers(request);
        var open = answers.Where(a => a.Parts.Count == 0 && a.Question is not null).Select(a => a.Question!.Text).ToList();
        var answered = answers.Where(a => a.Parts.Count > 0).ToList();
        List<string> paragraphs = [frame.Greeting, frame.Thanks];
        if (IsDangerous(request))
        {
            paragraphs.Add(LetterFrame.Emergency);
        }

        if (frame.IsExternal)
        {
            paragraphs.Add($"{LetterFrame.Handover}\n{frame.Contact}");
        }

        paragraphs.AddRange(answered.Select(a => writer.Paragraph(a, headed: answered.Count > 1)));
        var noSource = answered.Count == 0;
        paragraphs.AddRange(Remaining(request, frame, noSource, open));
        paragraphs.Add(frame.Closing);
        var text = string.Join("\n\n", paragraphs);
        var critical = await CriticalAsync(text, request, frame, cancellation);
        return new Draft(text, writer.Citations, critical, open, noSource, Model, string.Empty);
    }

    /// <summary>Whether a draft may be made at all.</summary>
    internal static bool MayDraft(DraftRequest request) =>
        request.Municipality.Kind(request.Classification.Kind)?.InformalAnswer != false && request.Classification.Kind != NoInquiry;

    /// <summary>What a person must confirm in the text.</summary>
    internal async Task<IReadOnlyList<CriticalStatement>> CriticalAsync(
        string text, DraftRequest request, LetterFrame frame, CancellationToken cancellation)
    {
        var passages = request.Found.Passages.Concat(request.Found.Questions.SelectMany(q => q.Passages)).Select(p => p.Passage).DistinctBy(p => p.Id);
        var check = new GroundingCheck(
            [.. passages.Select(p => new GroundingSource(p.Id, $"{p.ArticleTitle} {p.HeadingPath}", p.Text)), .. frame.Sources], embedder);
        return [.. (await check.CheckAsync(text, cancellation)).Where(s => s.IsCritical).Select(s => s.ToCritical())];
    }

    private static List<Answer> Answers(DraftRequest request)
    {
        var chooser = new SentenceChooser();
        var matter = new Matter(request);
        var used = new HashSet<string>();
        var context = $"{request.Municipality.Topic(request.Classification.Topic)?.Name} {request.Inquiry.Subject}";
        if (request.Found.Questions.Count == 0)
        {
            var parts = request.Found.NoSource ? [] : chooser.Choose(request.Inquiry.Whole, context, matter.Of(request.Found.Passages), used);
            return [new Answer(null, null, parts)];
        }

        var answers = new List<Answer>();
        foreach (var question in request.Found.Questions)
        {
            var parts = question.NoSource ? [] : chooser.Choose(question.Question.Text, context, matter.Of(question.Passages), used);
            var said = !question.NoSource && parts.Count == 0 && answers.Exists(a => a.Parts.Count > 0);
            if (!said)
            {
                answers.Add(new Answer(question.Question, SentenceChooser.Intents(question.Question.Text).FirstOrDefault(), parts));
            }
        }

        return answers;
    }

    private static IEnumerable<string> Remaining(DraftRequest request, LetterFrame frame, bool noSource, List<string> open)
    {
        if (noSource && !frame.IsExternal)
        {
            yield return request.Classification.Kind is "sachstand" or "unterlagen" ? LetterFrame.PersonalFile : LetterFrame.NoSource;
            yield return LetterFrame.AskBack;
        }
        else if (!noSource)
        {
            foreach (var question in open.Where(q => q.Length < 160))
            {
                yield return LetterFrame.Open(question);
            }
        }
    }

    private static bool IsDangerous(DraftRequest request) =>
        request.Classification.Kind == "meldung" && (request.Classification.Urgent || request.Classification.UrgentWords.Count > 0);
}
