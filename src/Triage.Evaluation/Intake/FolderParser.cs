using System.Diagnostics;
using Triage.Models.Intake;

namespace Triage.Evaluation.Intake;

/// <summary>Parses every file below a folder, in the order of their names.</summary>
internal static class FolderParser
{
    /// <summary>One row a file; a file that the system refuses to open becomes a row that says so.</summary>
    public static IEnumerable<ParsedRow> Parse(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            yield return ParseFile(folder, file);
        }
    }

    private static ParsedRow ParseFile(string folder, string file)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        try
        {
            using var raw = File.OpenRead(file);
            var start = Stopwatch.GetTimestamp();
            var mail = MailParser.Parse(raw);
            var took = Stopwatch.GetElapsedTime(start);
            return ParsedRow.Of(name, mail, MailParser.Sha256(raw), took);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ParsedRow.Of(name, new ParsedMail { Error = $"Die Datei ließ sich nicht öffnen: {e.Message}" }, "", TimeSpan.Zero);
        }
    }
}
