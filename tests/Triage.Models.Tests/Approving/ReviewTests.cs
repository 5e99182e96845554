using Triage.Models.Approving;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Approving;

public sealed class ReviewTests
{
    private static readonly GroundingCheck Check = new([new GroundingSource("a", "Personalausweis", "Der Personalausweis kostet 46,00 Euro. Er ist nach drei Wochen da.")]);

    [Fact]
    public async Task An_amount_must_be_confirmed_even_with_a_source()
    {
        var outcome = await Review.EvaluateAsync(Check, "Der Personalausweis kostet 46,00 Euro.", [], default);
        Assert.False(outcome.MayApprove);
        Assert.Equal("46,00 Euro", Assert.Single(outcome.Open).Text);
    }

    [Fact]
    public async Task What_is_confirmed_stays_confirmed_while_its_words_stay() =>
        Assert.True((await Review.EvaluateAsync(Check, "Guten Tag,\nder Personalausweis kostet 46,00 Euro.", [new Confirmation("amount", "46,00 Euro")], default)).MayApprove);

    [Fact]
    public async Task A_fact_that_the_clerk_types_without_a_source_blocks_approval()
    {
        var outcome = await Review.EvaluateAsync(
            Check, "Der Personalausweis kostet 46,00 Euro. Er ist nach fünf Wochen da.", [new Confirmation("amount", "46,00 Euro")], default);
        Assert.Contains(outcome.Open, s => s is { Kind: "duration", Supported: false });
        Assert.False(outcome.MayApprove);
    }
}
