using MimeKit.Text;

namespace Triage.Models.Intake;

/// <summary>What kinds of elements there are, as far as text is concerned.</summary>
internal static class HtmlTags
{
    public static bool IsBlock(HtmlTagId id) => id is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.UL or HtmlTagId.OL
        or HtmlTagId.LI or HtmlTagId.Table or HtmlTagId.TR or HtmlTagId.BlockQuote or HtmlTagId.Pre or HtmlTagId.HR
        or HtmlTagId.Article or HtmlTagId.Section or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Center or HtmlTagId.Form
        or HtmlTagId.DL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Address or HtmlTagId.FieldSet or HtmlTagId.Body
        || IsHeading(id);

    public static string Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.Value ?? "";
            }
        }

        return "";
    }

    private static bool IsHeading(HtmlTagId id) => id is HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4
        or HtmlTagId.H5 or HtmlTagId.H6;
}
