namespace Triage.Service;

internal static class HostStart
{
    /// <summary>What the first page needs to be compiled before models are loaded beside it.</summary>
    private static readonly TimeSpan FirstPage = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Waits until pages are served. Workers begin only then: what they load takes seconds of the processor, and people who
    /// open their first page come before mail that has waited anyway.
    /// </summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
        await Task.Delay(FirstPage, cancellation);
    }
}
