using System.Xml.Linq;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>A point of a plot, in the units of its axes.</summary>
internal readonly record struct PlotPoint(double X, double Y);

/// <summary>An axis: its name, its ends, and how its five marks are written.</summary>
internal sealed record Axis(string Name, double From, double To, Func<double, string> Mark)
{
    /// <summary>Shares from 0 to 1, written as percentages.</summary>
    public static Axis Share(string name, double from = 0, double to = 1) => new(name, from, to, v => $"{Shown.Place(v * 100)} %");

    /// <summary>Whole numbers from 0.</summary>
    public static Axis Counts(string name, double to) => new(name, 0, Math.Max(to, 1), v => Shown.Count((int)Math.Round(v)));

    public double Part(double value) => Math.Clamp((value - From) / (To - From), 0, 1);
}

/// <summary>A plot as inline SVG; its colours are the page's, so that it follows light and dark.</summary>
internal sealed class Plot(string title, Axis x, Axis y)
{
    private const double Width = 440;
    private const double Height = 300;
    private const double Left = 62;
    private const double Right = 16;
    private const double Top = 12;
    private const double Bottom = 46;
    private const int Marks = 5;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly List<XElement> drawn = [];

    /// <summary>A line through the points; <paramref name="style"/> is a class of the page's style sheet.</summary>
    public Plot Line(string style, IEnumerable<PlotPoint> points)
    {
        drawn.Add(new XElement(Svg + "polyline",
            new XAttribute("class", style), new XAttribute("points", string.Join(' ', points.Select(p => $"{Shown.Place(X(p.X))},{Shown.Place(Y(p.Y))}")))));
        return this;
    }

    /// <summary>Dots; their texts are shown when a pointer rests on them.</summary>
    public Plot Dots(string style, IEnumerable<(PlotPoint Point, double Radius, string Text)> dots)
    {
        drawn.AddRange(dots.Select(d => new XElement(Svg + "circle",
            new XAttribute("class", style), At("cx", X(d.Point.X)), At("cy", Y(d.Point.Y)), At("r", d.Radius), new XElement(Svg + "title", d.Text))));
        return this;
    }

    /// <summary>The finished drawing, named for those who do not see it.</summary>
    public XElement Draw() => new(Svg + "svg",
        new XAttribute("viewBox", $"0 0 {Width} {Height}"), new XAttribute("role", "img"), new XAttribute("aria-label", title),
        Enumerable.Range(0, Marks).SelectMany(i => Grid((double)i / (Marks - 1))),
        Text(Left + ((Width - Left - Right) / 2), Height - 8, "middle", x.Name),
        new XElement(Svg + "g",
            new XAttribute("transform", $"translate(14 {Shown.Place(Top + ((Height - Top - Bottom) / 2))}) rotate(-90)"), Text(0, 0, "middle", y.Name)),
        drawn);

    private IEnumerable<XElement> Grid(double part)
    {
        var (across, up) = (Left + (part * (Width - Left - Right)), Height - Bottom - (part * (Height - Top - Bottom)));
        yield return LineOf(Left, up, Width - Right, up);
        yield return LineOf(across, Top, across, Height - Bottom);
        yield return Text(across, Height - Bottom + 16, "middle", x.Mark(x.From + (part * (x.To - x.From))));
        yield return Text(Left - 6, up + 4, "end", y.Mark(y.From + (part * (y.To - y.From))));
    }

    private static XElement LineOf(double x1, double y1, double x2, double y2) =>
        new(Svg + "line", new XAttribute("class", "grid"), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    private static XElement Text(double x, double y, string anchor, string text) =>
        new(Svg + "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute At(string name, double value) => new(name, Shown.Place(value));

    private double X(double value) => Left + (x.Part(value) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - (y.Part(value) * (Height - Top - Bottom));
}
