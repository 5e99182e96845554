using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Benching;

/// <summary>Warms up, then measures for a while: every step one by one, then as many inquiries at once as there are cores.</summary>
internal sealed class BenchRun(BenchParts parts, byte[][] inputs, TimeSpan duration)
{
    private const double WarmUp = 0.2;
    private const double OneByOne = 0.6;
    private const double AtOnce = 0.4;

    // Its few words are in no list, so that the language detection is asked.
    private static readonly Inquiry Foreign = new("", "", "Chciałbym zarejestrować psa, proszę o termin w przyszłym tygodniu");

    private int givenUp;

    /// <param name="ready">What the parts took to be ready.</param>
    /// <param name="startUpMs">A fresh process's start, or null when it was not measured.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public async Task<BenchReport> RunAsync(ReadyTimes ready, double? startUpMs, CancellationToken cancellation)
    {
        var foreign = Stopwatch.StartNew();
        await (parts.Classifier?.ClassifyAsync(Foreign, cancellation) ?? Task.CompletedTask);
        foreign.Stop();
        await LoopAsync(new StepTimes(), 1, duration * WarmUp, cancellation);
        var times = new StepTimes();
        var allocated = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var one = await LoopAsync(times, 1, duration * OneByOne, cancellation);
        var cpu = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / one.Inquiries;
        var bytes = (double)(GC.GetTotalAllocatedBytes() - allocated) / one.Inquiries;
        var many = await LoopAsync(new StepTimes(), Environment.ProcessorCount, duration * AtOnce, cancellation);
        return new BenchReport(
            RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, Environment.ProcessorCount,
            parts.Embedder?.ModelId, parts.Classifier?.ModelVersion, inputs.Length, duration.TotalSeconds, givenUp,
            times.Costs(BenchPass.Whole), new Throughput(one.PerSecond, many.PerSecond, cpu),
            ready with { FirstForeignMs = parts.Classifier is null ? null : foreign.Elapsed.TotalMilliseconds }, startUpMs, Memory(bytes), Missing());
    }

    // Every loop begins at the first input: two runs measure the same mails in the same order.
    private async Task<Loop> LoopAsync(StepTimes times, int workers, TimeSpan time, CancellationToken cancellation)
    {
        var pass = new BenchPass(parts, times);
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        async Task WorkAsync()
        {
            do
            {
                await TryAsync(pass, inputs[Interlocked.Increment(ref next) % inputs.Length], cancellation);
            }
            while (Stopwatch.GetElapsedTime(start) < time);
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, cancellation)));
        return new Loop(next + 1, Stopwatch.GetElapsedTime(start));
    }

    // Patterns give up after a second of the clock, which passes on a machine with far more to do than it has cores.
    private async Task TryAsync(BenchPass pass, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await pass.RunAsync(input, cancellation);
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref givenUp);
        }
    }

    private static MemoryUse Memory(double bytesPerInquiry)
    {
        using var process = Process.GetCurrentProcess();
        var workingSet = process.WorkingSet64;
        return new MemoryUse(workingSet / 1e6, process.PeakWorkingSet64 / 1e6, GC.GetTotalMemory(forceFullCollection: true) / 1e6, bytesPerInquiry / 1e6);
    }

    private List<string> Missing()
    {
        var missing = new List<string>();
        if (parts.Embedder is null)
        {
            missing.Add("No embedding model (data/models/embedding): everything works on words alone.");
        }

        if (parts.Classifier is null)
        {
            missing.Add("No router (data/models/router): classifying is not measured, and searches get no topic.");
        }

        return missing;
    }

    private sealed record Loop(int Inquiries, TimeSpan Time)
    {
        public double PerSecond => Inquiries / Time.TotalSeconds;
    }
}
