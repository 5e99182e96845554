using System.Diagnostics;
using Triage.Evaluation.Drafting;
using Triage.Models.Drafting;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;
using Triage.Models.Intake;
using Triage.Models.Retrieving;

namespace Triage.Evaluation.Benching;

/// <summary>
/// Takes one raw mail through every step. Composing includes the check that finds a draft's critical statements;
/// <see cref="Ground"/> is the check once more, as before an approval.
/// </summary>
internal sealed class BenchPass(BenchParts parts, StepTimes times)
{
    public const string Parse = "parse a mail";
    public const string Classify = "classify";
    public const string Search = "search";
    public const string Compose = "compose a draft";
    public const string Ground = "grounding check";
    public const string Pseudonymize = "pseudonymize";
    public const string Whole = "all steps";

    private const int Passages = 8;

    public async Task RunAsync(byte[] raw, CancellationToken cancellation)
    {
        var begin = Stopwatch.GetTimestamp();
        var mail = Timed(Parse, () => MailParser.Parse(new MemoryStream(raw)));
        var inquiry = new Inquiry("", mail.Subject, mail.Inquiry);
        Timed(Pseudonymize, () => Pseudonymizer.Mask(inquiry, new Pseudonyms()));
        var judged = parts.Classifier is { } classifier
            ? await TimedAsync(Classify, classifier.ClassifyAsync, inquiry, cancellation)
            : DraftingDesk.Unclassified;
        var found = await TimedAsync(
            Search, (i, c) => new InquirySearch(parts.Index).SearchAsync(i, judged, Passages, c), inquiry, cancellation);
        await DraftAsync(new DraftRequest(inquiry, judged, found, parts.Town, parts.Municipality), cancellation);
        times.Add(Whole, Stopwatch.GetElapsedTime(begin));
    }

    private async Task DraftAsync(DraftRequest request, CancellationToken cancellation)
    {
        // An objection has no draft; counting its nothing would make drafts look cheap.
        var start = Stopwatch.GetTimestamp();
        if (await parts.Drafter.DraftAsync(request, null, cancellation) is not { Draft: var draft })
        {
            return;
        }

        times.Add(Compose, Stopwatch.GetElapsedTime(start));
        GroundingSource[] sources = [.. request.Found.Passages.Select(p => new GroundingSource(p.Passage.Id, p.Passage.ArticleTitle, p.Passage.Text))];
        await TimedAsync(Ground, (text, c) => new GroundingCheck(sources, parts.Embedder).CheckAsync(text, c), draft.Text, cancellation);
    }

    private T Timed<T>(string step, Func<T> run)
    {
        var start = Stopwatch.GetTimestamp();
        var result = run();
        times.Add(step, Stopwatch.GetElapsedTime(start));
        return result;
    }

    private async Task<TResult> TimedAsync<T, TResult>(
        string step, Func<T, CancellationToken, Task<TResult>> run, T input, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await run(input, cancellation);
        times.Add(step, Stopwatch.GetElapsedTime(start));
        return result;
    }
}
