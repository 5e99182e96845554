using System.ClientModel;
using System.Globalization;
using Microsoft.SemanticKernel;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>What a language model made of a case, or why it may not be used.</summary>
internal sealed record ModelOutcome(Draft? Draft, string? Reason, int InputTokens, int OutputTokens);

/// <summary>
/// Lets a language model draft. Personal data is masked before it leaves the process and put back afterwards; an answer that
/// is cut, of another shape, or cites or names what it was not given is refused.
/// </summary>
public sealed class LanguageModelDrafter : IDisposable
{
    private const int Attempts = 2;
    private const int MostPassages = 8;
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);

    private readonly LanguageModelOptions options;
    private readonly ReplyComposer composer;
    private readonly TimeProvider time;
    private readonly ChatEndpoint endpoint;
    private readonly CircuitBreaker breaker;

    /// <param name="options">Checked here.</param>
    /// <param name="composer">Frames and checks the answer.</param>
    /// <param name="handler">Sends the requests; disposed with this.</param>
    /// <param name="time">For deadline, waiting and breaker.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says how.</exception>
    public LanguageModelDrafter(LanguageModelOptions options, ReplyComposer composer, HttpMessageHandler handler, TimeProvider time)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        (this.options, this.composer, this.time) = (options, composer, time);
        endpoint = new ChatEndpoint(options, handler);
        breaker = new CircuitBreaker(options.FailuresBeforeBreak, options.Break, time);
    }

    public void Dispose() => endpoint.Dispose();

    internal async Task<ModelOutcome> DraftAsync(DraftRequest request, IProgress<int>? progress, CancellationToken cancellation)
    {
        if (breaker.IsOpen)
        {
            return new ModelOutcome(null, "The language model failed several times and is left alone for a moment.", 0, 0);
        }

        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var outcome = new ModelOutcome(null, null, 0, 0);
        for (var attempt = 1; attempt <= Attempts && outcome.Draft is null; attempt++)
        {
            try
            {
                outcome = await AttemptAsync(request, progress, both.Token);
                breaker.Succeeded();
            }
            catch (Exception e) when (e is not OperationCanceledException || deadline.IsCancellationRequested || !cancellation.IsCancellationRequested)
            {
                breaker.Failed();
                outcome = outcome with { Reason = Reason(e, deadline.IsCancellationRequested) };
                if (deadline.IsCancellationRequested || (attempt < Attempts && !await WaitAsync(e, both.Token)))
                {
                    break;
                }
            }
        }

        return outcome;
    }

    private async Task<ModelOutcome> AttemptAsync(DraftRequest request, IProgress<int>? progress, CancellationToken cancellation)
    {
        var pseudonyms = new Pseudonyms();
        var masked = Pseudonymizer.Mask(request.Inquiry, pseudonyms);
        var passages = request.Found.Passages.Take(MostPassages)
            .Select((p, i) => (Mark: ((char)('A' + i)).ToString(CultureInfo.InvariantCulture), p.Passage)).ToList();
        var prompt = ReplyPrompt.Of(
            request.Municipality.Department(request.Classification.Department)?.Name ?? request.Municipality.Name,
            request.Municipality.Kind(request.Classification.Kind)?.Name ?? request.Classification.Kind,
            masked.Subject.Length == 0 ? masked.Text : $"{masked.Subject}\n\n{masked.Text}",
            passages);
        var answer = await endpoint.AskAsync(prompt, progress, cancellation);
        var reply = ModelReply.Parse(answer.Text);
        var draft = await ReplyReader.ReadAsync(reply, passages, pseudonyms, request, composer, cancellation);
        return new ModelOutcome(draft with { Model = options.Model, PromptVersion = ReplyPrompt.Version }, null, answer.InputTokens, answer.OutputTokens);
    }

    // Only a refusal says how long to wait; waiting counts against the deadline.
    private async Task<bool> WaitAsync(Exception failure, CancellationToken cancellation)
    {
        try
        {
            var wait = failure is UnusableReplyException ? TimeSpan.Zero : endpoint.RetryAfter ?? DefaultWait;
            if (wait > options.Deadline)
            {
                return false;
            }

            await Task.Delay(wait, time, cancellation);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string Reason(Exception e, bool late) => e switch
    {
        _ when late => "The language model did not answer in time.",
        UnusableReplyException => e.Message,
        HttpOperationException { InnerException: UnusableReplyException inner } => inner.Message,
        HttpOperationException { StatusCode: { } status } => $"The language model's endpoint answered with status {(int)status}.",
        ClientResultException { InnerException: UnusableReplyException inner } => inner.Message,
        ClientResultException { Status: > 0 } refused => $"The language model's endpoint answered with status {refused.Status}.",
        _ => $"The language model could not be used ({e.GetType().Name}).",
    };
}
