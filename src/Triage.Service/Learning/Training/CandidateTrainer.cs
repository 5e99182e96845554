using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Triage.Service.Learning.Training;

/// <summary>Starts the training process, feeds it, and ends it when it takes too long or is not wanted any more.</summary>
internal static class CandidateTrainer
{
    /// <summary>Runs the job to its end.</summary>
    /// <param name="job">What to learn and where to write.</param>
    /// <param name="cancellation">Ends the process.</param>
    /// <exception cref="IOException">The process could not be started, or ended without a result.</exception>
    public static async Task<TrainingResult> RunAsync(TrainingJob job, CancellationToken cancellation)
    {
        using var process = Start();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, JsonSerializerOptions.Web).AsMemory(), cancellation);
            await process.StandardInput.FlushAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // Until it is gone it may still write into the folder that its caller deletes.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<TrainingResult>(await File.ReadAllTextAsync(job.ResultFile, cancellation), JsonSerializerOptions.Web)!
            : throw new IOException($"The training process ended with {process.ExitCode}.");
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Host()) { RedirectStandardInput = true, StandardInputEncoding = new System.Text.UTF8Encoding(false) };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(TrainingProcess.Command);
        // The server's collector keeps a heap for each core, which only a busy server needs.
        start.Environment["DOTNET_gcServer"] = "0";
        try
        {
            return Process.Start(start) ?? throw new IOException("The training process did not start.");
        }
        catch (Win32Exception e)
        {
            throw new IOException($"The training process cannot be started with '{start.FileName}': {e.Message}", e);
        }
    }

    // The runtime that runs this process, wherever it is installed; a program file of its own names none.
    private static string Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? InstalledHost() ?? "dotnet";

    private static string? InstalledHost()
    {
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/
        var root = new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent?.Parent;
        var host = root is null ? null : Path.Combine(root.FullName, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : null;
    }
}
