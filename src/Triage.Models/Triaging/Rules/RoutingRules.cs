namespace Triage.Models.Triaging.Rules;

/// <summary>Finds the rule that decides a message: the first that holds before the model, else the first that holds after it.</summary>
public static class RoutingRules
{
    /// <param name="ordered">In the order that the town gave them.</param>
    /// <param name="subject">The message.</param>
    /// <param name="said">What the model said; null without one: rules after the model do not act then.</param>
    /// <param name="day">Today, in the town.</param>
    public static RoutingRule? First(IReadOnlyList<RoutingRule> ordered, RuleSubject subject, Classification? said, DateOnly day)
    {
        var words = new Lazy<List<Word>>(() => TextAnalyzer.Words(subject.Inquiry.Whole));
        var holding = ordered.Where(r => r.IsInForce(day) && !r.When.IsEmpty && Holds(r.When, subject, words) && HoldsAfter(r.When, said)).ToList();
        return holding.Find(r => !r.When.IsAfterModel) ?? holding.FirstOrDefault();
    }

    private static bool Holds(RuleCondition when, RuleSubject subject, Lazy<List<Word>> words) =>
        (when.Senders.Count == 0 || when.Senders.Any(s => IsAddress(s, subject.Sender)))
        && (when.Mailboxes.Count == 0 || when.Mailboxes.Any(m => subject.Recipients.Any(r => IsAddress(m, r))))
        && (when.Words.Count == 0 || when.Words.Any(w => PhraseFinder.Stands(w, words.Value)))
        && (when.Places.Count == 0 || when.Places.Any(p => PhraseFinder.Stands(p, words.Value)));

    private static bool HoldsAfter(RuleCondition when, Classification? said) =>
        !when.IsAfterModel
        || (said is not null && (when.Departments.Count == 0 || when.Departments.Contains(said.Department)) && (!when.Unsure || said.Abstained));

    private static bool IsAddress(string wanted, string? address) => address is not null
        && (wanted.StartsWith('@')
            ? address.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) || address.EndsWith("." + wanted[1..], StringComparison.OrdinalIgnoreCase)
            : address.Equals(wanted, StringComparison.OrdinalIgnoreCase));
}
