using Triage.Models.Inquiries;

namespace Triage.Service.Learning;

/// <summary>A row of data/golden/routing.jsonl: an inquiry and who answers for it ("": no inquiry).</summary>
internal sealed record GoldenInquiry(string Id, string Channel, string Subject, string Text, string Department, string? Topic, string Kind, bool Answerable)
{
    public Inquiry Inquiry => new(Id, Subject, Text);
}

/// <summary>When a replayed inquiry came in and was worked on, and what became of its draft. The same for the same row and instant.</summary>
internal sealed record DemoStory(DateTimeOffset Received, DateTimeOffset Decided, DateTimeOffset Answered, bool IsBlind, DecisionKind Answer)
{
    /// <summary>How far the demo town's past reaches.</summary>
    public static readonly TimeSpan Past = TimeSpan.FromDays(42);

    /// <summary>As in the settings: one case in so many is a blind check.</summary>
    public const int BlindCheckEvery = 20;

    private const int Seed = 1871;

    public static DemoStory Of(GoldenInquiry row, int place, DateTimeOffset now)
    {
        var chance = new Random(Seed + place);
        var received = now - (Past * chance.NextDouble());
        // Exponential, so that most answers go out within two days and a few come late.
        var took = TimeSpan.FromHours(2 - (40 * Math.Log(1 - chance.NextDouble())));
        var answered = received + took > now ? received + ((now - received) * chance.NextDouble()) : received + took;
        var decided = received + ((answered - received) * chance.NextDouble());
        return new DemoStory(received, decided, answered, place % BlindCheckEvery == 0, AnswerTo(row, chance.NextDouble()));
    }

    // Where the knowledge holds an answer there was a draft: a third fits as it is, a fifth is of no use.
    private static DecisionKind AnswerTo(GoldenInquiry row, double chance) => row switch
    {
        { Department: "" } => DecisionKind.Closed,
        { Answerable: false } or { Kind: "widerspruch" } => DecisionKind.Written,
        _ => chance < 0.35 ? DecisionKind.Approved : chance < 0.8 ? DecisionKind.Edited : DecisionKind.Discarded,
    };
}
