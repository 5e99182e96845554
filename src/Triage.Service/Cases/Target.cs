using Triage.Models.Inquiries;

namespace Triage.Service.Cases;

/// <summary>Where a person sends a case: an office with or without a topic, or Zu klären (no office).</summary>
internal sealed record Target(string? Department, string? Topic)
{
    /// <summary>The form's value for Zu klären; an empty value means that nothing was chosen.</summary>
    public const string Unclear = "zu-klaeren";

    /// <summary>"office", "office/topic" or <see cref="Unclear"/>; null when it is none of the town's.</summary>
    public static Target? Parse(string? value, Municipality town)
    {
        if (value == Unclear)
        {
            return new Target(null, null);
        }

        var parts = (value ?? "").Split('/', 2);
        if (town.Department(parts[0]) is not { } department)
        {
            return null;
        }

        return parts.Length == 1 ? new Target(department.Id, null)
            : town.Topic(parts[1]) is { } topic && topic.Department == department.Id ? new Target(department.Id, topic.Id)
            : null;
    }
}
