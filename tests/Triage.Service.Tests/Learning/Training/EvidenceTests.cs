using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Learning.Training;

namespace Triage.Service.Tests.Learning.Training;

public sealed class EvidenceTests
{
    private static readonly Municipality Town = Municipality.Load(Path.Combine(DataFolder.Find(), "municipality", "municipality.json"));

    [Fact]
    public void A_correction_a_blind_check_and_a_case_that_was_unclear_are_strong_evidence_and_a_suggestion_left_standing_is_weak()
    {
        var corrected = Of(null, new Made("bauamt", "steueramt") { Kind = DecisionKind.Rerouted, Topic = "hundesteuer" });
        var otherTopic = Of(null, new Made("steueramt", "steueramt") { Kind = DecisionKind.Rerouted, SuggestedTopic = "grundsteuer", Topic = "hundesteuer" });
        var blind = Of(null, new Made("steueramt", "steueramt") { Kind = DecisionKind.BlindCheck, Visible = false, SuggestedTopic = "hundesteuer", Topic = "hundesteuer" });
        var unclear = Of(null, new Made("steueramt", "steueramt") { Kind = DecisionKind.Rerouted, Abstained = true, SuggestedTopic = "hundesteuer", Topic = "hundesteuer" });
        var standing = Of(null, new Made("steueramt", "steueramt") { SuggestedTopic = "hundesteuer", Topic = "hundesteuer" });

        Assert.All([corrected, otherTopic, blind, unclear], e => Assert.True(e!.IsStrong));
        Assert.False(standing!.IsStrong);
        Assert.All([corrected, otherTopic, blind, unclear, standing], e => Assert.Equal(("steueramt", "hundesteuer"), (e!.Office, e.Topic)));
    }

    [Fact]
    public void The_last_decision_counts_and_what_nobody_decided_or_answered_teaches_nothing()
    {
        var away = new Made("bauamt", "steueramt") { Kind = DecisionKind.Rerouted, Topic = "hundesteuer" };

        Assert.Equal("umweltamt", Of(null, away, new Made("bauamt", "umweltamt") { Kind = DecisionKind.Rerouted, Topic = "klimaschutz" })!.Office);
        Assert.Null(Of(null, away, new Made("bauamt", null) { Kind = DecisionKind.Rerouted }));
        Assert.Null(Of(null, new Made("bauamt", "bauamt") { Kind = DecisionKind.Discarded, SuggestedTopic = "bauantrag", Topic = "bauantrag" }));
        Assert.Null(Of(CloseReason.Withdrawn, new Made("bauamt", "bauamt") { Kind = DecisionKind.Closed, SuggestedTopic = "bauantrag", Topic = "bauantrag" }));
        Assert.Null(Of(null, new Made("bauamt", "steueramt") { Kind = DecisionKind.Rerouted, Topic = "bauantrag" }));
    }

    [Fact]
    public void No_inquiry_is_learned_as_such_unless_the_case_was_reopened()
    {
        var none = new Made("bauamt", "") { Kind = DecisionKind.Closed };

        Assert.Equal(("", null, "kein_anliegen"), Of(CloseReason.NoInquiry, none) is { } e ? (e.Office, e.Topic, e.Kind) : default);
        Assert.Null(Of(null, none));
    }

    [Fact]
    public void A_kind_is_learned_only_where_a_person_changed_it()
    {
        var made = new Made("bauamt", "steueramt") { Kind = DecisionKind.Rerouted, Topic = "hundesteuer" };

        Assert.Equal("widerspruch", Of(null, "widerspruch", made)!.Kind);
        Assert.Null(Of(null, "frage", made)!.Kind);
    }

    [Fact]
    public void Where_an_office_alone_was_named_its_likeliest_topic_stands_in() =>
        Assert.Equal("grundsteuer", Of(null, new Made("bauamt", "steueramt") { Kind = DecisionKind.Rerouted })!.Topic);

    [Fact]
    public void Standing_suggestions_are_kept_only_as_many_as_corrections_touch_their_office()
    {
        Evidence Row(long id, string office, string suggested, bool strong) => new(id, office, "t", null, [], strong, suggested);
        var all = new[]
        {
            Row(1, "steueramt", "steueramt", false), Row(2, "steueramt", "steueramt", false), Row(3, "bauamt", "bauamt", false),
            Row(4, "kulturamt", "kulturamt", false), Row(5, "steueramt", "bauamt", true),
        };

        Assert.Equal([2, 3, 5], Evidence.Weighed(all).Select(e => e.CaseId));
    }

    private static Evidence? Of(CloseReason? closed, params Made[] made) => Of(closed, "frage", made);

    private static Evidence? Of(CloseReason? closed, string kind, params Made[] made) => Evidence.Of(
        new DecidedCase(1, closed, kind, [.. made.Select(m => m.Of(1, DateTimeOffset.UnixEpoch))], Said, []), Town);

    private static Classification Said => new(
        "bauamt", "bauantrag", "frage", Urgent: false, "de", [], Abstained: false,
        [new("bauamt", 0.8)], [new("bauantrag", 0.7), new("grundsteuer", 0.2), new("hundesteuer", 0.1)], [new("frage", 0.9)], [], [], "test-1");
}
