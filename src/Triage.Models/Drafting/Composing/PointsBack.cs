using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Composing;

/// <summary>"Danach nehmen wir …" says nothing without the sentence before it.</summary>
internal static partial class PointsBack
{
    /// <summary>Whether a sentence begins with a word that points to the one before.</summary>
    public static bool IsIn(string sentence) => Beginning().IsMatch(sentence);

    [GeneratedRegex(@"^(?:Danach|Dann|Dazu|Dafür|Dabei|Damit|Dort|Davon|Das|Diese[rsmn]?|Dies|Er|Es|Sie (?:gilt|ist|kostet|dauert|wird|hilft|prüft)|Ihn|Ihr Preis|Sonst|Außerdem|Auch|Deshalb|Darin|Darauf|Denn|Bis dahin|Vorher|Nur so|Ebenso|Bitte \w+ Sie (?:es|ihn)|Sie \w+ (?:es|ihn))\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beginning();
}
