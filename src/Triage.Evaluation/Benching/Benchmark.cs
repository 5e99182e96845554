using Spectre.Console;

namespace Triage.Evaluation.Benching;

/// <summary>A whole benchmark on a data folder, with a cache of its own that is thrown away.</summary>
internal static class Benchmark
{
    /// <param name="data">The folder <c>data/</c>.</param>
    /// <param name="router">The router's folder; it may be missing.</param>
    /// <param name="duration">Of the measurement; building the index comes before it.</param>
    /// <param name="measureStart">Start a fresh process too.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<BenchReport> RunAsync(
        string data, string router, TimeSpan duration, bool measureStart, CancellationToken cancellation)
    {
        var cache = Directory.CreateTempSubdirectory("triage-bench-").FullName;
        try
        {
            using var parts = new BenchParts(data, router);
            var inputs = await BenchInputs.ReadAsync(data, cancellation);
            AnsiConsole.WriteLine("Building the index from nothing …");
            var ready = await parts.BuildTwiceAsync(cache, cancellation);
            var start = measureStart ? await StartUp.MeasureAsync(router, cache, cancellation) : null;
            AnsiConsole.WriteLine($"Measuring for {duration.TotalSeconds:0} s …");
            return await new BenchRun(parts, inputs, duration).RunAsync(ready, start, cancellation);
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }
}
