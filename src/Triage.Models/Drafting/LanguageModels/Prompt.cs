using System.Text;
using System.Text.RegularExpressions;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>What a model is asked: two parts, read from the embedded file whose name is the version, and the shape of its answer.</summary>
/// <param name="Version">Recorded with all that comes of it.</param>
/// <param name="System">What to do.</param>
/// <param name="User">The data to do it with.</param>
/// <param name="Schema">JSON schema of the answer.</param>
internal sealed partial record Prompt(string Version, string System, string User, string Schema)
{
    private const string Marker = "## user";

    /// <summary>Tokens that an answer as long as what was given may take, where that is more than the options allow.</summary>
    public int LongestAnswer { get; init; }

    /// <param name="version">Name of the file without its ending.</param>
    /// <param name="schema">JSON schema of the answer.</param>
    /// <param name="fields">Values of {{name}}; none of them may close its own delimiter, see <see cref="Data"/>.</param>
    public static Prompt Of(string version, string schema, params IEnumerable<(string Name, string Value)> fields)
    {
        // In one pass: "{{letter}}" in a citizen's mail stays what it is.
        var values = fields.ToDictionary(f => f.Name, f => f.Value);
        var text = Field().Replace(Resource.Text($"Prompts.{version}.md"), m => values[m.Groups["name"].Value]);
        var user = text.IndexOf(Marker, StringComparison.Ordinal);
        return new Prompt(version, text[..user].Replace("## system", string.Empty, StringComparison.Ordinal).Trim(), text[(user + Marker.Length)..].Trim(), schema);
    }

    /// <summary>Text that cannot close its own delimiters.</summary>
    public static string Data(string text) => text.Replace('<', '‹').Replace('>', '›');

    /// <summary>Passages as marked data.</summary>
    public static string Passages(IEnumerable<(string Mark, Passage Passage)> passages)
    {
        var text = new StringBuilder();
        foreach (var (mark, passage) in passages)
        {
            text.Append("<quelle zeichen=\"").Append(mark).Append("\">\n").Append(Data($"{passage.ArticleTitle} · {passage.HeadingPath}\n{passage.Text}"))
                .Append("\n</quelle>\n");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();
}
