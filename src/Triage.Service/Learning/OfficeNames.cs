using Triage.Models.Inquiries;

namespace Triage.Service.Learning;

/// <summary>An office, "no inquiry" ("") or Zu klären (null) as people read it, and as addresses and files name it.</summary>
internal static class OfficeNames
{
    public static readonly StringComparer Order = StringComparer.Create(German.Culture, ignoreCase: true);

    public static string Of(string? office, Municipality town) => office switch
    {
        null => "Zu klären",
        "" => "kein Anliegen",
        _ => town.Department(office)?.Name ?? office,
    };

    public static string Key(string? office) => office switch
    {
        null => "zu-klaeren",
        "" => "kein-anliegen",
        _ => office,
    };
}
