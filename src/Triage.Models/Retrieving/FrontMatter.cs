using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Triage.Models.Retrieving;

/// <summary>The YAML between the two lines <c>---</c> at the head of an article, as written.</summary>
internal sealed class FrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Type { get; set; }

    public string? Department { get; set; }

    public string? Topic { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidUntil { get; set; }

    public string? Reviewer { get; set; }

    public string? ReviewedAt { get; set; }

    public string? ReviewBy { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    public string? ConflictsWith { get; set; }

    public string? Leika { get; set; }

    public List<string>? Synonyms { get; set; }

    /// <summary>Separates front matter and Markdown; line ends become LF.</summary>
    /// <exception cref="FormatException">There is no front matter, or it is no YAML of this shape.</exception>
    public static (FrontMatter Head, string Markdown) Split(string content)
    {
        var text = content.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw new FormatException("It has no front matter between two lines '---'.");
        }

        try
        {
            var head = Yaml.Deserialize<FrontMatter?>(text[4..(end + 1)]) ?? throw new FormatException("Its front matter is empty.");
            return (head, text[(end + 5)..].Trim('\n'));
        }
        catch (YamlException e)
        {
            throw new FormatException($"Its front matter is no YAML that can be read, line {e.Start.Line + 1}: {e.Message}", e);
        }
    }

    /// <exception cref="FormatException">It is missing.</exception>
    public static string Required(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new FormatException($"It lacks '{name}'.") : value.Trim();

    /// <exception cref="FormatException">It is missing or no date.</exception>
    public static DateOnly RequiredDate(string? value, string name) => Date(Required(value, name), name)!.Value;

    /// <exception cref="FormatException">It is no date.</exception>
    public static DateOnly? Date(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? null
        : DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new FormatException($"'{name}' is '{value}', not a date like 2026-03-10.");
}
