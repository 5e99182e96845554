namespace Triage.Service;

/// <summary>Wakes this process's workers when there is new work; others find it by looking.</summary>
internal sealed class PipelineSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    /// <summary>Raised, and nobody has looked yet.</summary>
    public bool IsRaised => raised.CurrentCount > 0;

    public void Raise()
    {
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised already, and nobody has looked yet.
        }
    }

    /// <summary>Waits for the signal, at most this long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => raised.WaitAsync(atMost, cancellation);

    public void Dispose() => raised.Dispose();
}
