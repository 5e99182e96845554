using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Composing;

/// <summary>
/// Writes a letter without a language model: the topic's standard answer, or the articles' own sections, chosen and ordered
/// for the questions, between fixed sentences that people wrote.
/// </summary>
public sealed class ReplyComposer
{
    private readonly ITextEmbedder? embedder;
    private readonly SectionChooser chooser;

    /// <param name="embedder">Compares questions with sections, and sentences with their sources; null: by words alone.</param>
    public ReplyComposer(ITextEmbedder? embedder)
    {
        this.embedder = embedder is null ? null : new RememberingEmbedder(embedder);
        chooser = new SectionChooser(this.embedder);
    }

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
        var choice = await ChooseAsync(request, cancellation);
        var open = choice.Open.Where(OpenQuestions.IsReal).Select(q => q.Text).ToList();
        List<string> paragraphs = [frame.Greeting, frame.Thanks];
        if (IsDangerous(request))
        {
            paragraphs.Add(LetterFrame.Emergency);
        }

        if (frame.IsExternal)
        {
            paragraphs.Add($"{LetterFrame.Handover}\n{frame.Contact}");
        }

        var answer = Answer(request.Fitting, choice.Sections, writer);
        var noSource = answer.Count == 0;
        paragraphs.AddRange(answer);
        paragraphs.AddRange(noSource ? frame.WithoutSource : OpenQuestions.Quoted(open));
        paragraphs.AddRange(frame.NextSteps(string.Join('\n', answer)));
        paragraphs.Add(frame.Closing);
        var text = string.Join("\n\n", paragraphs);
        var sources = choice.Sections.Select(s => s.Passage);
        var critical = await CriticalAsync(text, request.Fitting is { } standard ? sources.Prepend(standard.Passage) : sources, frame, cancellation);
        return new Draft(text, writer.Citations, critical, open, noSource, Model, string.Empty);
    }

    /// <summary>Whether a draft may be made at all.</summary>
    internal static bool MayDraft(DraftRequest request) =>
        request.Municipality.BearsDraft(request.Classification.Kind) && request.Classification.Kind != NoInquiry;

    /// <summary>What a person must confirm in the text, which rests on these passages and on the frame.</summary>
    internal async Task<IReadOnlyList<CriticalStatement>> CriticalAsync(
        string text, IEnumerable<Passage> passages, LetterFrame frame, CancellationToken cancellation)
    {
        var check = new GroundingCheck(
            [.. passages.DistinctBy(p => p.Id).Select(p => new GroundingSource(p.Id, $"{p.ArticleTitle} {p.HeadingPath}", $"{p.ArticleTitle}, {p.HeadingPath}.\n\n{p.Text}")), .. frame.Sources], embedder);
        return [.. (await check.CheckAsync(text, cancellation)).Where(s => s.IsCritical).Select(s => s.ToCritical())];
    }

    // A standard answer answers its topic; what the message asks beyond it is answered from the articles.
    private async Task<Choice> ChooseAsync(DraftRequest request, CancellationToken cancellation)
    {
        var concerns = request.Classification.Concerns;
        if (!GeneralAnswer.IsWanted(request) || (request.Fitting is not null && concerns.Count == 0))
        {
            return new Choice([], []);
        }

        var choice = await chooser.ChooseAsync(request, cancellation);
        return request.Fitting is null ? choice : choice with { Sections = [.. choice.Sections.Where(s => concerns.Any(c => c.Topic == s.Passage.Topic))] };
    }

    private static List<string> Answer(StandardAnswer? standard, IReadOnlyList<Section> sections, LetterWriter writer)
    {
        List<string> answer = standard is null ? [] : [writer.Paragraph(standard)];
        var headed = answer.Count + sections.Count > 1;
        answer.AddRange(sections.Select(s => writer.Paragraph(s, headed)));
        return answer;
    }

    private static bool IsDangerous(DraftRequest request) =>
        request.Classification.Kind == "meldung" && (request.Classification.Urgent || request.Classification.UrgentWords.Count > 0);
}
