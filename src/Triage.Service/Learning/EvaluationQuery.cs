using System.Globalization;
using Triage.Models.Inquiries;

namespace Triage.Service.Learning;

/// <summary>What the figures are asked for: the last days (null: all), one office (null: all).</summary>
public sealed record EvaluationQuery(int? Days, string? Office)
{
    public static readonly IReadOnlyList<int?> Periods = [7, 30, 90, null];

    /// <summary>What the address asks for; 30 days when it names no known period, all offices when it names none.</summary>
    internal static EvaluationQuery Of(string? period, string? office, Municipality town) =>
        new(Periods.FirstOrDefault(p => Key(p) == period, 30), town.Department(office)?.Id);

    public static string Key(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "alle";

    public static string Name(int? days) => days is null ? "gesamter Zeitraum" : $"letzte {Key(days)} Tage";

    internal DateTimeOffset Since(DateTimeOffset now) => Days is { } days ? now.AddDays(-days) : DateTimeOffset.UnixEpoch;

    /// <summary>The query of an address, for a page under /auswertung.</summary>
    public string Parameters => $"zeitraum={Key(Days)}" + (Office is null ? "" : $"&amt={Uri.EscapeDataString(Office)}");

    public string AddressOf(CaseSet cases) => $"/auswertung/faelle?{Parameters}&menge={Uri.EscapeDataString(cases.Key)}";
}
