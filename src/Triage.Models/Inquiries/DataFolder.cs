namespace Triage.Models.Inquiries;

/// <summary>Finds the folder <c>data/</c> of a checkout or an installation.</summary>
public static class DataFolder
{
    private const string Landmark = "municipality/municipality.json";

    /// <summary>
    /// The folder named by the environment variable TRIAGE_DATA, or the first <c>data/</c> that holds a municipality
    /// in the current folder, the program's folder, or one above them.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("TRIAGE_DATA") is { Length: > 0 } named)
        {
            return File.Exists(Path.Combine(named, Landmark))
                ? Path.GetFullPath(named)
                : throw new DirectoryNotFoundException($"TRIAGE_DATA names '{named}', but there is no {Landmark} in it.");
        }

        return Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException(
                $"No data/{Landmark} in the current folder or above it. Run from the checkout, or set TRIAGE_DATA.");
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "data");
            if (File.Exists(Path.Combine(data, Landmark)))
            {
                return data;
            }
        }

        return null;
    }
}
