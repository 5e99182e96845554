using System.Text;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>The prompt's two parts, read from the embedded file whose name is its version.</summary>
internal sealed record ReplyPrompt(string System, string User)
{
    /// <summary>Recorded on every draft.</summary>
    public const string Version = "reply.v1";

    // A 200 KB mail must not crowd out the sources: its beginning says what it is about.
    private const int MostOfInquiry = 8_000;
    private const string Cut = "\n[… gekürzt …]";

    private static readonly (string System, string User) Template = ReadTemplate();

    public static ReplyPrompt Of(string office, string kind, string inquiry, IReadOnlyList<(string Mark, Passage Passage)> passages) => new(
        Template.System,
        Template.User
            .Replace("{{office}}", Data(office), StringComparison.Ordinal)
            .Replace("{{kind}}", Data(kind), StringComparison.Ordinal)
            .Replace("{{passages}}", Passages(passages), StringComparison.Ordinal)
            .Replace("{{inquiry}}", Data(inquiry.Length > MostOfInquiry ? inquiry[..MostOfInquiry] + Cut : inquiry), StringComparison.Ordinal));

    private static string Passages(IReadOnlyList<(string Mark, Passage Passage)> passages)
    {
        var text = new StringBuilder();
        foreach (var (mark, passage) in passages)
        {
            text.Append("<quelle zeichen=\"").Append(mark).Append("\">\n").Append(Data($"{passage.ArticleTitle} · {passage.HeadingPath}\n{passage.Text}"))
                .Append("\n</quelle>\n");
        }

        return text.ToString();
    }

    // Data cannot close its own delimiters.
    private static string Data(string text) => text.Replace('<', '‹').Replace('>', '›').Replace("{{", "{ {", StringComparison.Ordinal);

    private static (string System, string User) ReadTemplate()
    {
        var parts = Resource.Text($"Prompts.{Version}.md").Split("## user", 2);
        return (parts[0].Replace("## system", string.Empty, StringComparison.Ordinal).Trim(), parts[1].Trim());
    }
}
