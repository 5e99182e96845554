using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Drafting.Grounding;

public sealed class GroundingCheckTests
{
    [Fact]
    public void Untouched_letters_in_other_words_raise_at_most_three_false_alarms_in_a_hundred_statements()
    {
        var statements = Letter.All.SelectMany(l => l.Check.Check(l.Text).Select(s => (l.Id, Statement: s))).ToList();
        var alarms = statements.Where(s => !s.Statement.Supported).ToList();
        Show($"{alarms.Count} of {statements.Count}", alarms.Select(a => $"{a.Id} {a.Statement.Kind}: {a.Statement.Text} ({a.Statement.Value})"));
        Assert.True(alarms.Count <= 0.03 * statements.Count, string.Join('\n', alarms));
    }

    [Fact]
    public void Fault_38_changed_facts_are_caught_ninety_nine_times_in_a_hundred()
    {
        var mutations = Letter.All.SelectMany(l => Mutations.Facts(l.Text).Select(m => (Letter: l, Mutation: m))).ToList();
        var missed = mutations.Where(m => !IsCaught(m.Letter.Check, m.Mutation)).ToList();
        Show($"{missed.Count} of {mutations.Count}", missed.Select(m => $"{m.Letter.Id} {m.Mutation.Kind}: {m.Mutation.Was} -> {m.Mutation.Now}"));
        Assert.True(mutations.Count > 100);
        Assert.True(missed.Count <= 0.01 * mutations.Count, string.Join('\n', missed.Select(m => m.Mutation.Now)));
    }

    [Fact]
    public void Values_that_trade_places_within_a_letter_are_caught_four_times_in_five()
    {
        var swaps = Letter.All.SelectMany(l => Mutations.Swaps(l.Text).Select(m => (Letter: l, Mutation: m))).ToList();
        var missed = swaps.Where(m => !IsCaught(m.Letter.Check, m.Mutation)).ToList();
        Show($"{missed.Count} of {swaps.Count}", missed.Select(m => $"{m.Letter.Id}: {m.Mutation.Now}"));
        Assert.True(swaps.Count > 20);
        Assert.True(missed.Count <= 0.2 * swaps.Count, string.Join('\n', missed.Select(m => m.Mutation.Now)));
    }

    [Fact]
    public void Invented_sentences_are_caught_ninety_seven_times_in_a_hundred()
    {
        var invented = Letter.All.SelectMany(l => l.Invented.Select(s => (Letter: l, Mutation: Mutations.Invent(l.Text, s)))).ToList();
        var missed = invented.Where(m => !IsCaught(m.Letter.Check, m.Mutation)).ToList();
        Show($"{missed.Count} of {invented.Count}", missed.Select(m => $"{m.Letter.Id}: {m.Mutation.Now.Trim()}"));
        Assert.True(missed.Count <= 0.03 * invented.Count, string.Join('\n', missed.Select(m => m.Mutation.Now)));
    }

    private static bool IsCaught(GroundingCheck check, Mutation mutation) => check.Check(mutation.Text).Any(s =>
        !s.Supported && (mutation.Kind == "sentence" || s.Kind != StatementKinds.Sentence) && s.Start < mutation.Start + mutation.Length && s.Start + s.Text.Length > mutation.Start);

    private static void Show(string figure, IEnumerable<string> rows) =>
        TestContext.Current.TestOutputHelper?.WriteLine(figure + "\n" + string.Join('\n', rows));
}
