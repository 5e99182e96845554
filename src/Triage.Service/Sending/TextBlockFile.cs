namespace Triage.Service.Sending;

/// <summary>A text block as its folder holds it. <see cref="Purpose"/> is "notice" or "block".</summary>
internal sealed record TextBlockFile(string Key, string Title, string Purpose, string Subject, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Every block of data/textblocks, ordered by key.</summary>
    /// <exception cref="InvalidDataException">A block's front matter is missing or incomplete; the message names the file.</exception>
    public static IReadOnlyList<TextBlockFile> ReadAll(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(Read)]
        : [];

    private static TextBlockFile Read(string folder)
    {
        var german = Path.Combine(folder, "de.md");
        if (!File.Exists(german))
        {
            throw new InvalidDataException($"{folder} has no de.md.");
        }

        var (head, text) = Split(german);
        string Field(string name) => head.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw new InvalidDataException($"{german} lacks '{name}' in its front matter.");
        var texts = Directory.GetFiles(folder, "*.md").Where(f => f != german)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => File.ReadAllText(f).Trim());
        texts[NoticeText.German] = text;
        return new TextBlockFile(Path.GetFileName(folder), Field("title"), Field("purpose"), head.GetValueOrDefault("subject") ?? "", texts);
    }

    private static (Dictionary<string, string> Head, string Text) Split(string file)
    {
        var parts = File.ReadAllText(file).ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3 || parts[0].Length > 0)
        {
            throw new InvalidDataException($"{file} must begin with front matter between two lines of ---.");
        }

        var head = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim().Trim('"'));
        return (head, parts[2].Trim());
    }
}
