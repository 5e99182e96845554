using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>A span and what stands for it.</summary>
public sealed record MaskedSpan(int Start, string Type, string Value, string Placeholder);

/// <summary>A text with placeholders, and what they stand for.</summary>
public sealed record MaskedText(string Text, IReadOnlyList<MaskedSpan> Spans);

/// <summary>
/// The placeholders of one case: [NAME_1] is the same person's name in each of its texts. Never shared between cases, so that
/// no answer can hold another citizen's data.
/// </summary>
public sealed partial class Pseudonyms
{
    private readonly Dictionary<(string Type, string Value), string> placeholders = [];
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, int> counters = [];

    /// <summary>Replaces personal data by placeholders.</summary>
    public MaskedText Mask(string text) => Mask(text, PersonalDataFinder.Find(text));

    /// <summary>Replaces the spans given, which must be in the order of the text.</summary>
    public MaskedText Mask(string text, IReadOnlyList<PersonalSpan> spans)
    {
        // What a citizen writes like a placeholder must not be taken for one of ours later.
        foreach (Match match in Placeholder().Matches(text))
        {
            if (!values.ContainsKey(match.Value))
            {
                values[match.Value] = match.Value;
            }
        }

        var masked = new System.Text.StringBuilder(text.Length);
        var done = new List<MaskedSpan>();
        var at = 0;
        foreach (var span in spans)
        {
            var placeholder = For(span.Type, span.Value);
            masked.Append(text, at, span.Start - at).Append(placeholder);
            done.Add(new MaskedSpan(span.Start, span.Type, span.Value, placeholder));
            at = span.End;
        }

        return new MaskedText(masked.Append(text, at, text.Length - at).ToString(), done);
    }

    /// <summary>Puts the values back.</summary>
    public string Restore(string text) => Placeholder().Replace(text, m => values.GetValueOrDefault(m.Value, m.Value));

    /// <summary>Placeholders that this case never gave out: a language model invented them.</summary>
    public IReadOnlyList<string> Unknown(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value).Where(p => !values.ContainsKey(p)).Distinct()];

    private string For(string type, string value)
    {
        if (placeholders.TryGetValue((type, value), out var known))
        {
            return known;
        }

        string placeholder;
        do
        {
            counters[type] = counters.GetValueOrDefault(type) + 1;
            placeholder = $"[{type.ToUpperInvariant()}_{counters[type]}]";
        }
        while (values.ContainsKey(placeholder));
        placeholders[(type, value)] = placeholder;
        values[placeholder] = value;
        return placeholder;
    }

    [GeneratedRegex(@"\[(?:NAME|ADDRESS|PHONE|EMAIL|BIRTHDATE|IBAN|ID_NUMBER|CASE_NUMBER|LICENSE_PLATE|OTHER)_\d+\]", RegexOptions.CultureInvariant, PersonalDataFinder.Patience)]
    private static partial Regex Placeholder();
}
