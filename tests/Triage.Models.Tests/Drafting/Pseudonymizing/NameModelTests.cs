using Triage.Models.Drafting.Pseudonymizing;

namespace Triage.Models.Tests.Drafting.Pseudonymizing;

public sealed class NameModelTests
{
    private static readonly NamedText[] Rows =
    [
        .. Enumerable.Range(0, 30).Select(i => new NamedText($"Der Küfer Wuntram{i} kam am Montag und brachte Holz.", [$"Wuntram{i}"])),
        .. Enumerable.Range(0, 30).Select(i => new NamedText($"Der Zaun am Montag war kaputt, und Holz lag {i} Tage da.", [])),
    ];

    [Fact]
    public void A_name_that_no_list_has_is_learned_from_the_words_around_it()
    {
        var model = NameTrainer.Train(Rows);
        Assert.Contains(Names("Der Küfer Ansgisel kam am Montag.", model), n => n.Contains("Ansgisel", StringComparison.Ordinal));
        Assert.Empty(Names("Der Zaun am Montag war kaputt.", model));
    }

    [Fact]
    public void The_same_rows_give_the_same_weights_and_a_written_model_reads_as_it_was()
    {
        var (one, other) = (Path.GetTempFileName(), Path.GetTempFileName());
        NameTrainer.Train(Rows).Save(one);
        NameTrainer.Train(Rows).Save(other);
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(other));
        Assert.All(File.ReadLines(one), line => Assert.Equal(2, line.Split('\t').Length));
        File.Delete(one);
        File.Delete(other);
    }

    [Theory]
    [InlineData("Die Grabpflege macht der Steinmetz Hilmersen, mit ihm ist geklärt, dass er am Freitag kommt.", "Hilmersen")]
    [InlineData("meld dich wenn was ist, der schlüssel liegt bei mir. gruß tjorven", "tjorven")]
    [InlineData("Wann kommt jemand?\nHausverwaltung Quistorp\nTel. 05999 1234", "Quistorp")]
    public void The_shipped_model_finds_names_without_a_sign_of_their_own(string text, string name) =>
        Assert.Contains(PersonalDataFinder.Find(text), s => s.Type == PersonalDataTypes.Name && s.Value.Contains(name, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string text, NameModel model)
    {
        var spans = PersonalDataFinder.ByRules(text);
        NameJudge.Find(spans, model);
        return spans.Spans.Where(s => s.Type == PersonalDataTypes.Name).Select(s => s.Value);
    }
}
