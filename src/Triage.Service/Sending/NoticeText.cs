namespace Triage.Service.Sending;

/// <summary>Fills a text block's placeholders, such as {Aktenzeichen}.</summary>
internal static class NoticeText
{
    public const string German = "de";

    /// <summary>
    /// The German text with its placeholders filled, and below it the translation where the block has one for
    /// <paramref name="language"/>. A placeholder without a value stays visible.
    /// </summary>
    public static string Fill(TextBlockVersion block, string language, IReadOnlyDictionary<string, string> values)
    {
        var german = Fill(block.Texts[German], values);
        return language != German && block.Texts.TryGetValue(language, out var translated)
            ? $"{german.TrimEnd()}\n\n----------\n\n{Fill(translated, values)}"
            : german;
    }

    /// <summary>The text with each {name} replaced by its value.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(text, (filled, value) => filled.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));
}
