namespace Triage.Models.Inquiries;

/// <summary>Word lists, weights and prompts that are part of the program.</summary>
internal static class Resource
{
    /// <summary>The whole text of a file by the end of its path, dots for strokes: "Signals.urgency.txt".</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static string Text(string file)
    {
        var assembly = typeof(Resource).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
