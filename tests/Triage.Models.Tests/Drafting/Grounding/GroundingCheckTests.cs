using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Drafting.Grounding;

/// <summary>The rates that the check must reach on letters written for it; the knowledge base is measured beside.</summary>
public sealed class GroundingCheckTests
{
    [Fact]
    public async Task Untouched_letters_in_other_words_raise_at_most_three_false_alarms_in_a_hundred_statements()
    {
        var statements = new List<string>();
        var alarms = new List<string>();
        foreach (var letter in Letter.All)
        {
            foreach (var statement in await letter.CheckAsync(letter.Text))
            {
                (statement.Supported ? statements : alarms).Add($"{letter.Id} {statement.Kind}: {statement.Text} ({statement.Value})");
            }
        }

        Assert.True(statements.Count > 150);
        AtMost(0.03, alarms, statements.Count + alarms.Count);
    }

    [Fact]
    public Task Fault_38_changed_facts_are_caught_ninety_nine_times_in_a_hundred() =>
        Missed(0.01, 85, letter => Mutations.Facts(letter.Text), byMeaning: false);

    [Fact]
    public Task Values_that_trade_places_within_a_letter_are_caught_four_times_in_five() =>
        Missed(0.2, 20, letter => Mutations.Swaps(letter.Text), byMeaning: false);

    [Fact]
    public Task Invented_sentences_are_caught_ninety_seven_times_in_a_hundred() =>
        Missed(0.03, 50, letter => letter.Invented.Select(s => Mutations.Invent(letter.Text, s)), byMeaning: true);

    private static async Task Missed(double rate, int least, Func<Letter, IEnumerable<Mutation>> mutate, bool byMeaning)
    {
        var all = 0;
        var missed = new List<string>();
        foreach (var (letter, mutation) in Letter.All.SelectMany(l => mutate(l).Select(m => (l, m))))
        {
            all++;
            var statements = await letter.CheckAsync(mutation.Text);
            if (!statements.Any(s => !s.Supported && (byMeaning || s.Kind != StatementKinds.Sentence) && mutation.Touches(s)))
            {
                missed.Add($"{letter.Id} {mutation.Kind}: {mutation.Was} -> {mutation.Now}");
            }
        }

        Assert.True(all >= least);
        AtMost(rate, missed, all);
    }

    private static void AtMost(double rate, List<string> wrong, int all)
    {
        var report = $"{wrong.Count} of {all}\n{string.Join('\n', wrong)}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(wrong.Count <= rate * all, report);
    }
}
