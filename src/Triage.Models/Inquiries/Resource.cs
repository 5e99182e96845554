namespace Triage.Models.Inquiries;

/// <summary>Word lists, weights and prompts that are part of the program.</summary>
internal static class Resource
{
    /// <summary>The whole text of a file by the end of its path, dots for strokes: "Signals.urgency.txt".</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static string Text(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }

    /// <summary>The same as bytes.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static Stream Open(string file)
    {
        var assembly = typeof(Resource).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal));
        return assembly.GetManifestResourceStream(name)!;
    }
}
