namespace Triage.Models.Drafting.LanguageModels;

/// <summary>
/// Asks a language model, for whatever purpose: one total deadline, one more try, and a pause after several failures. What
/// comes of an answer is decided by whoever asks.
/// </summary>
public sealed class LanguageModel : IDisposable
{
    private const int Attempts = 2;
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(1);

    private readonly TimeProvider time;
    private readonly ChatEndpoint endpoint;
    private readonly CircuitBreaker breaker;

    /// <param name="options">Checked here.</param>
    /// <param name="handler">Sends the requests; disposed with this.</param>
    /// <param name="time">For deadline, waiting and pause.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says how.</exception>
    public LanguageModel(LanguageModelOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        (Options, this.time) = (options, time);
        endpoint = new ChatEndpoint(options, handler);
        breaker = new CircuitBreaker(options.FailuresBeforeBreak, options.Break, time);
    }

    public LanguageModelOptions Options { get; }

    public void Dispose() => endpoint.Dispose();

    /// <param name="prompt">What is asked.</param>
    /// <param name="read">Reads a whole answer, or throws <see cref="UnusableReplyException"/>.</param>
    /// <param name="progress">How far it is, from each question on.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task<ModelOutcome<T>> AskAsync<T>(
        Prompt prompt, Func<string, CancellationToken, Task<T>> read, IProgress<ModelProgress>? progress, CancellationToken cancellation)
        where T : class
    {
        var use = ModelUse.None(prompt.Version, Options.Model);
        if (breaker.IsOpen)
        {
            return new ModelOutcome<T>(null, ModelFailure.LeftAlone, use);
        }

        using var deadline = new CancellationTokenSource(Options.Deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var answered = false;
            try
            {
                use = use with { Requests = attempt };
                Tell(ModelStage.Waiting);
                var answer = await endpoint.AskAsync(prompt, () => Tell(ModelStage.Writing), both.Token);
                use = Add(use, answer);
                if (answer.Reason is not null)
                {
                    // An answer that may not be used is no outage: other tasks go on.
                    answered = true;
                    breaker.Succeeded();
                }

                Tell(ModelStage.Checking);
                return new ModelOutcome<T>(await read(answer.Whole(), both.Token), null, use);
            }
            catch (Exception e) when (e is not OperationCanceledException || deadline.IsCancellationRequested || !cancellation.IsCancellationRequested)
            {
                if (!answered)
                {
                    breaker.Failed();
                }

                var late = deadline.IsCancellationRequested;
                if (late || attempt == Attempts || e is UnusableReplyException { AgainIsVain: true } || !await WaitAsync(e, both.Token))
                {
                    return new ModelOutcome<T>(null, ModelFailure.Reason(e, late), use);
                }
            }

            void Tell(ModelStage stage) => progress?.Report(new ModelProgress(stage, use.Requests, Options.Deadline));
        }
    }

    // Euros for a million tokens are millionths of a euro for one.
    private ModelUse Add(ModelUse use, ChatAnswer answer) => use with
    {
        InputTokens = use.InputTokens + answer.InputTokens,
        OutputTokens = use.OutputTokens + answer.OutputTokens,
        MicroEuros = use.MicroEuros + (long)Math.Round((answer.InputTokens * Options.InputPrice) + (answer.OutputTokens * Options.OutputPrice)),
    };

    // Only a refusal says how long to wait; waiting counts against the deadline.
    private async Task<bool> WaitAsync(Exception failure, CancellationToken cancellation)
    {
        try
        {
            var wait = failure is UnusableReplyException ? TimeSpan.Zero : endpoint.RetryAfter ?? DefaultWait;
            if (wait > Options.Deadline)
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
}
