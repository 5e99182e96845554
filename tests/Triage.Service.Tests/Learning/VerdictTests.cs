using Triage.Service.Learning;

namespace Triage.Service.Tests.Learning;

public sealed class VerdictTests
{
    [Fact]
    public void A_case_decided_several_times_counts_once_by_its_last_decision()
    {
        var verdict = Assert.Single(Judge(new Made("bauamt", "bauamt") { Kind = DecisionKind.Approved, DaysAgo = 3 }, new("bauamt", "tiefbauamt") { Kind = DecisionKind.Rerouted, DaysAgo = 2 }));

        Assert.Equal((false, false), (verdict.IsBlind, verdict.OfficeRight));
    }

    [Fact]
    public void A_blind_check_is_judged_by_the_choice_made_unseen_and_the_confusion_by_the_last_decision()
    {
        Made[] made = [Made.Blind("bauamt", "bauamt") with { DaysAgo = 3 }, new("bauamt", "tiefbauamt") { Kind = DecisionKind.Rerouted }];

        var verdict = Assert.Single(Judge(made));
        var latest = Assert.Single(Verdicts.Latest(made.Select(m => m.Of(1, DateTimeOffset.UnixEpoch))));

        Assert.Equal((true, true), (verdict.IsBlind, verdict.OfficeRight));
        Assert.False(latest.OfficeRight);
    }

    [Fact]
    public void Choosing_no_office_unseen_judges_nothing_and_a_later_decision_does()
    {
        Assert.Empty(Judge(Made.Blind("bauamt", null)));
        var verdict = Assert.Single(Judge(Made.Blind("", null) with { DaysAgo = 2 }, new("", "") { Kind = DecisionKind.Closed }));
        Assert.Equal((false, true), (verdict.IsBlind, verdict.OfficeRight));
    }

    [Fact]
    public void A_discarded_draft_and_a_case_without_a_suggestion_say_nothing_about_the_office()
    {
        Assert.Empty(Judge(new Made("bauamt", "bauamt") { Kind = DecisionKind.Discarded }));
        Assert.Empty(Judge(new Made("bauamt", null) { Kind = DecisionKind.Closed, Visible = false }));
    }

    [Theory]
    [InlineData("bauantrag", "bauamt", "bauantrag", true)]
    [InlineData("bauantrag", "bauamt", "denkmal", false)]
    [InlineData("bauantrag", "bauamt", null, null)]
    [InlineData("bauantrag", "tiefbauamt", null, false)]
    [InlineData(null, "bauamt", "denkmal", null)]
    public void A_topic_is_judged_where_one_was_suggested_and_decided(string? suggested, string office, string? topic, bool? right) =>
        Assert.Equal(right, Assert.Single(Judge(new Made("bauamt", office) { SuggestedTopic = suggested, Topic = topic })).TopicRight);

    [Theory]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 4.6)]
    [InlineData(1, 5)]
    public void A_quantile_lies_between_its_neighbours(double share, double expected) =>
        Assert.Equal(expected, WorkFigures.Quantile([1, 2, 3, 4, 5], share), 12);

    private static IReadOnlyList<Verdict> Judge(params Made[] made) => Verdicts.Of(made.Select(m => m.Of(1, DateTimeOffset.UnixEpoch)));
}
