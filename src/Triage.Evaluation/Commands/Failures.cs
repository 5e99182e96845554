using Spectre.Console;
using Triage.Models.Triaging;

namespace Triage.Evaluation.Commands;

/// <summary>Says what went wrong with the input in one line, with exit code 1; anything else is a fault and shows its stack.</summary>
internal static class Failures
{
    public static async Task<int> ReportAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ModelException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            AnsiConsole.MarkupLine("[red]failed[/]");
            return 1;
        }
    }
}
