using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Models.Triaging.Rules;

namespace Triage.Models.Tests.Triaging.Rules;

public sealed class RoutingRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    [Theory]
    [InlineData("Kleingarten*", "Unsere Kleingartenanlage steht unter Wasser", true)]
    [InlineData("Kleingarten", "Unsere Kleingartenanlage steht unter Wasser", false)]
    [InlineData("kleingarten", "Der KLEINGARTEN ist zu", true)]
    [InlineData("Müllabfuhr", "die muellabfuhr kam nicht", true)]
    [InlineData("Lindenallee", "In der Lindenallee brennt kein Licht", true)]
    [InlineData("Gartenstraße", "Ecke Gartenstr. 4", true)]
    [InlineData("Gartenstr.", "Ecke Gartenstrasse 4", true)]
    [InlineData("offene Sprechstunde", "Wann ist die offene Sprechstunde?", true)]
    [InlineData("offene Sprechstunde", "Die Sprechstunde war offene Zumutung", false)]
    [InlineData("*", "Irgendetwas", false)]
    public void A_word_or_place_is_found_however_it_was_typed(string wanted, string text, bool found)
    {
        Assert.Equal(found, First(new() { Words = [wanted] }, Subject(text)) is not null);
        Assert.Equal(found, First(new() { Places = [wanted] }, Subject(text)) is not null);
    }

    [Theory]
    [InlineData("@schule.example", "sekretariat@schule.example", true)]
    [InlineData("@schule.example", "sekretariat@post.schule.example", true)]
    [InlineData("@schule.example", "sekretariat@vorschule.example", false)]
    [InlineData("Rektor@schule.example", "rektor@SCHULE.example", true)]
    [InlineData("rektor@schule.example", null, false)]
    public void A_sender_is_an_address_or_everybody_of_a_domain(string wanted, string? sender, bool found) =>
        Assert.Equal(found, First(new() { Senders = [wanted] }, new RuleSubject(new Inquiry("1", "", "Guten Tag"), sender, [])) is not null);

    [Fact]
    public void All_kinds_of_conditions_must_hold_and_one_entry_of_each_is_enough()
    {
        RuleCondition when = new() { Words = ["Laterne", "Ampel"], Mailboxes = ["technik@stadt.example"] };

        Assert.NotNull(First(when, Subject("Die Ampel ist aus", "Technik@stadt.example")));
        Assert.Null(First(when, Subject("Die Ampel ist aus", "post@stadt.example")));
        Assert.Null(First(when, Subject("Der Weg ist nass", "technik@stadt.example")));
        Assert.Null(First(new(), Subject("Alles")));
    }

    [Theory]
    [InlineData(-1, null, true)]
    [InlineData(0, 0, true)]
    [InlineData(1, null, false)]
    [InlineData(-9, -1, false)]
    public void A_rule_begins_and_ends_by_itself(int from, int? until, bool acts)
    {
        var rule = Rule(1, new() { Words = ["Hund"] }) with { ValidFrom = Day.AddDays(from), ValidUntil = until is { } days ? Day.AddDays(days) : null };

        Assert.Equal(acts, RoutingRules.First([rule], Subject("Mein Hund"), null, Day) is not null);
    }

    [Fact]
    public void The_first_rule_acts_and_rules_before_the_model_come_before_those_after_it()
    {
        var absent = Rule(1, new() { Departments = ["standesamt"] });
        var first = Rule(2, new() { Words = ["Hund"] });
        var second = Rule(3, new() { Words = ["Hund", "Katze"] });

        Assert.Equal(2, RoutingRules.First([absent, first, second], Subject("Mein Hund"), Said("standesamt"), Day)!.Id);
        Assert.Equal(1, RoutingRules.First([absent, first, second], Subject("Heirat"), Said("standesamt"), Day)!.Id);
        Assert.Null(RoutingRules.First([absent], Subject("Heirat"), null, Day));
    }

    [Fact]
    public void A_rule_for_the_unsure_acts_only_where_the_model_would_not_decide()
    {
        RuleCondition when = new() { Unsure = true };

        Assert.NotNull(RoutingRules.First([Rule(1, when)], Subject("Hm"), Said("bauamt", abstained: true), Day));
        Assert.Null(RoutingRules.First([Rule(1, when)], Subject("Hm"), Said("bauamt"), Day));
    }

    private static RoutingRule? First(RuleCondition when, RuleSubject subject) => RoutingRules.First([Rule(1, when)], subject, null, Day);

    private static RoutingRule Rule(long id, RuleCondition when) => new(id, when, "bauamt", null, Day, null);

    private static RuleSubject Subject(string text, params string[] recipients) => new(new Inquiry("1", "", text), "erika@example.org", recipients);

    private static Classification Said(string department, bool abstained = false) =>
        new(department, null, "frage", Urgent: false, "de", [], abstained, [], [], [], [], [], "test");
}
