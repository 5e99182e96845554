using System.Globalization;

namespace Triage.Service.Learning;

/// <summary>Numbers as SVG attributes have them, whatever the language of the page.</summary>
internal static class PlotScale
{
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
