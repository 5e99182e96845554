using System.Text.Json;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Drafting.Grounding;

/// <summary>
/// 91 letters by somebody who had not seen the check, in quite other words than their sources and with facts of the citizen's that no
/// source has; half of them with something wrong. Far harder than a draft: what is asked here keeps the check from getting worse.
/// </summary>
public sealed class ParaphraseTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Task<IReadOnlyList<(Paraphrase Row, IReadOnlyList<GroundedStatement> Found)>>> Checked = new(CheckAsync);

    [Fact]
    public async Task Of_values_in_quite_other_words_four_in_five_are_known()
    {
        var values = (await Checked.Value).SelectMany(c => c.Found.Where(s => s.Kind is not StatementKinds.Sentence and not StatementKinds.Promise && !c.Row.IsWrongAt(s))).ToList();

        Assert.True(values.Count > 750);
        Assert.True(values.Count(s => !s.Supported) <= 0.21 * values.Count, $"{values.Count(s => !s.Supported)} of {values.Count} raise a false alarm.");
    }

    [Fact]
    public async Task Of_changed_facts_in_quite_other_words_nine_in_ten_are_caught()
    {
        var changed = (await Checked.Value).SelectMany(c => c.Row.Wrong.Where(w => w.Type == "changed").Select(w => (c.Row, Wrong: w, c.Found))).ToList();

        var missed = changed.Where(c => !c.Found.Any(s => !s.Supported && c.Row.Touches(s, c.Wrong))).Select(c => $"{c.Row.Id}: {c.Wrong.Text}").ToList();

        Assert.True(changed.Count > 30);
        Assert.True(missed.Count <= 0.1 * changed.Count, string.Join('\n', missed));
    }

    private static async Task<IReadOnlyList<(Paraphrase, IReadOnlyList<GroundedStatement>)>> CheckAsync()
    {
        var results = new List<(Paraphrase, IReadOnlyList<GroundedStatement>)>();
        foreach (var line in Letter.Read("paraphrases.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var row = JsonSerializer.Deserialize<Paraphrase>(line, Web)!;
            var letter = new Letter(row.Id, [.. row.Passages.Select(p => new GroundingSource(p.Id, string.Empty, p.Text))], row.Draft, []);
            results.Add((row, await letter.CheckAsync(row.Draft)));
        }

        return results;
    }

    private sealed record Source(string Id, string Text);

    private sealed record WrongPart(string Text, string Type);

    private sealed record Paraphrase(string Id, string Draft, IReadOnlyList<Source> Passages, IReadOnlyList<WrongPart> Wrong)
    {
        public bool IsWrongAt(GroundedStatement statement) => Wrong.Any(w => Touches(statement, w));

        public bool Touches(GroundedStatement statement, WrongPart wrong) =>
            Draft.IndexOf(wrong.Text, StringComparison.Ordinal) is var start && statement.Start < start + wrong.Text.Length && start < statement.Start + statement.Text.Length;
    }
}
