using System.Collections.Frozen;
using Triage.Models.Inquiries;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>First names and surnames of the people who live in a German town, read from the embedded lists.</summary>
internal static class NameLists
{
    private static readonly string[] Given = Words("first-names.txt");

    private static readonly FrozenSet<string> Doubtful = Set(Given.Where(n => n[0] == '~').Select(n => n[1..]));

    private static readonly FrozenSet<string> FirstNames = Set(Given.Where(n => n[0] != '~').Except(Doubtful, StringComparer.OrdinalIgnoreCase));

    private static readonly FrozenSet<string> Surnames = Set(Words("surnames.txt"));

    private static readonly FrozenSet<string> NoNames = Set(Words("no-names.txt"));

    /// <summary>Certainly a first name; "Anna-Lena" counts by its parts.</summary>
    public static bool IsFirstName(string word) => FirstNames.Contains(word) || (word.Contains('-', StringComparison.Ordinal) && word.Split('-').All(p => IsFirstName(p) || MayBeFirstName(p)));

    /// <summary>A first name that is also another word ("Ernst", "Mark", "Can").</summary>
    public static bool MayBeFirstName(string word) => Doubtful.Contains(word);

    public static bool IsSurname(string word) => Surnames.Contains(word) || word.Split('-') is { Length: 2 } parts && parts.Any(Surnames.Contains);

    /// <summary>A capitalised word that is no name wherever it stands.</summary>
    public static bool IsNoName(string word) => NoNames.Contains(word);

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string file) =>
        [.. Resource.Text("Pseudonymizing." + file).Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
