using System.Text.Encodings.Web;
using System.Text.Json;

namespace Triage.Evaluation;

/// <summary>JSON lines: one object a line, UTF-8, camelCase names.</summary>
internal static class JsonLines
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>Reads every row; empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">A line is no such JSON; the message names file and line.</exception>
    public static async Task<List<T>> ReadAsync<T>(string file, CancellationToken cancellation)
    {
        var rows = new List<T>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellation))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                rows.Add(JsonSerializer.Deserialize<T>(line, Options)
                    ?? throw new InvalidDataException($"{file}, line {number}: null is no row."));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{file}, line {number}: {e.Message}", e);
            }
        }

        return rows;
    }

    /// <summary>Writes the rows, creating the folder.</summary>
    public static async Task WriteAsync<T>(string file, IEnumerable<T> rows, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var writer = new StreamWriter(file);
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(row, Options).AsMemory(), cancellation);
        }
    }

    /// <summary>Writes one indented report.</summary>
    public static async Task WriteReportAsync<T>(string file, T report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, report, Indented, cancellation);
    }
}
