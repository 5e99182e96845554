using System.Xml.Linq;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>Pieces of the page. They are XML elements, so that the page is well-formed and every text is escaped.</summary>
internal static class Html
{
    /// <summary>A part of the page with its heading.</summary>
    public static XElement Section(string id, string heading, params object?[] content) =>
        new("section", new XAttribute("id", id), new XElement("h2", heading), content);

    public static XElement Paragraph(string text) => new("p", text);

    /// <summary>A table whose first column names the row; it scrolls by itself on narrow screens.</summary>
    public static XElement Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) =>
        new("div", new XAttribute("class", "scroll"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"), new XAttribute("aria-label", caption),
            new XElement("table",
                new XElement("caption", caption),
                new XElement("thead", new XElement("tr", head.Select(h => new XElement("th", new XAttribute("scope", "col"), h)))),
                new XElement("tbody", rows.Select(Row))));

    /// <summary>A drawing with the table of its values to open below it.</summary>
    public static XElement Figure(XElement drawing, string caption, XElement? values = null) =>
        new("figure", drawing, new XElement("figcaption", caption),
            values is null ? null : new XElement("details", new XElement("summary", "The values"), values));

    /// <summary>Drawings side by side where there is room.</summary>
    public static XElement Beside(params XElement?[] figures) => new("div", new XAttribute("class", "beside"), figures);

    private static XElement Row(IReadOnlyList<string> cells) =>
        new("tr", new XElement("th", new XAttribute("scope", "row"), cells[0]), cells.Skip(1).Select(c => new XElement("td", c)));
}
