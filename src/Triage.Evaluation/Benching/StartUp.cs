using System.Diagnostics;

namespace Triage.Evaluation.Benching;

/// <summary>Measures a fresh process: this one has long been warm.</summary>
internal static class StartUp
{
    /// <summary>Milliseconds from the start of a new process until it has its models and its cached index; null where this program cannot start itself.</summary>
    public static async Task<double?> MeasureAsync(string router, string cache, CancellationToken cancellation)
    {
        if (Environment.ProcessPath is not { } program || Environment.GetCommandLineArgs() is not [var first, ..])
        {
            return null;
        }

        var hosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, [.. hosted ? [first] : Array.Empty<string>(), "bench", "--start-only", cache, "--model", router])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start);
        if (process is null)
        {
            return null;
        }

        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(begin).TotalMilliseconds : null;
    }
}
