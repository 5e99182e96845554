using System.Xml.Linq;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>Horizontal bars, one a row, as inline SVG.</summary>
internal static class Bars
{
    private const double Width = 620;
    private const double Names = 170;
    private const double Values = 110;
    private const double Row = 26;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The longest bar fills the room; <c>Text</c> stands behind each.</summary>
    public static XElement Draw(string title, IReadOnlyList<(string Name, double Value, string Text)> bars)
    {
        var most = bars.Select(b => b.Value).DefaultIfEmpty().Max();
        return new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {(bars.Count * Row) + 4}"), new XAttribute("role", "img"), new XAttribute("aria-label", title),
            bars.SelectMany((bar, i) => Draw(bar, i * Row, most > 0 ? bar.Value / most : 0)));
    }

    private static IEnumerable<XElement> Draw((string Name, double Value, string Text) bar, double top, double part)
    {
        var length = part * (Width - Names - Values);
        yield return Text(Names - 8, top, "end", bar.Name);
        yield return new XElement(Svg + "rect",
            new XAttribute("class", "bar"), new XAttribute("x", Names), new XAttribute("y", Shown.Place(top + 4)),
            new XAttribute("width", Shown.Place(Math.Max(length, 1))), new XAttribute("height", Row - 8));
        yield return Text(Names + length + 6, top, "start", bar.Text);
    }

    private static XElement Text(double x, double top, string anchor, string text) => new(Svg + "text",
        new XAttribute("x", Shown.Place(x)), new XAttribute("y", Shown.Place(top + 17)), new XAttribute("text-anchor", anchor), text);
}
