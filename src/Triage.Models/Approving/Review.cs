using Triage.Models.Drafting;
using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Approving;

/// <summary>A place that a person confirmed: the statement's own words, so that an edit elsewhere does not undo it.</summary>
public sealed record Confirmation(string Kind, string Text);

/// <summary>Whether a text may be approved, and what stands in the way.</summary>
public sealed record ReviewOutcome(bool MayApprove, IReadOnlyList<CriticalStatement> Open, IReadOnlyList<CriticalStatement> Critical);

/// <summary>The rules before an approval: every amount, deadline, promise and everything without a source is confirmed by a person.</summary>
public static class Review
{
    /// <summary>
    /// Checks the text as it stands now, what the clerk typed included; a statement counts as confirmed only while it is
    /// there in the same words.
    /// </summary>
    /// <param name="check">Over the cited passages and the town's facts.</param>
    /// <param name="text">The text to be sent, markers included.</param>
    /// <param name="confirmed">What the person ticked.</param>
    /// <param name="cancellation">Stops the check.</param>
    public static async Task<ReviewOutcome> EvaluateAsync(
        GroundingCheck check, string text, IReadOnlyCollection<Confirmation> confirmed, CancellationToken cancellation)
    {
        var critical = (await check.CheckAsync(text, cancellation)).Where(s => s.IsCritical).Select(s => s.ToCritical()).ToList();
        return Decide(critical, confirmed);
    }

    /// <summary>The same on statements that were found before.</summary>
    public static ReviewOutcome Decide(IReadOnlyList<CriticalStatement> critical, IReadOnlyCollection<Confirmation> confirmed)
    {
        List<CriticalStatement> open = [.. critical.Where(c => !confirmed.Contains(new Confirmation(c.Kind, c.Text)))];
        return new ReviewOutcome(open.Count == 0, open, critical);
    }
}
