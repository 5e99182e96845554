using System.Text.RegularExpressions;
using Triage.Models.Inquiries;

namespace Triage.Models.Retrieving;

/// <summary>Fills <c>{{fee:ID}}</c>, <c>{{hours:OFFICE/PLACE}}</c> and their like, so that a fact stands in one place only.</summary>
public static partial class Placeholders
{
    /// <summary>The text with every known placeholder filled; unknown ones stay as they are and are listed.</summary>
    public static (string Text, IReadOnlyList<string> Unknown) Fill(string text, TownFacts facts)
    {
        var unknown = new List<string>();
        var filled = Placeholder().Replace(text, match =>
        {
            var value = facts.Value(match.Groups["kind"].Value, match.Groups["id"].Value);
            if (value is null)
            {
                unknown.Add(match.Value);
            }

            return value ?? match.Value;
        });
        return (filled, unknown);
    }

    [GeneratedRegex(@"\{\{\s*(?<kind>[^:{}]*?)\s*(?::\s*(?<id>[^{}]*?)\s*)?\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
