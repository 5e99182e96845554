using Triage.Models.Drafting.Grounding;

namespace Triage.Models.Tests.Drafting.Grounding;

/// <summary>A letter with one thing changed; <see cref="Start"/> and <see cref="Length"/> give the place in the changed text.</summary>
internal sealed record Mutation(string Kind, string Text, int Start, int Length, string Was)
{
    public string Now => Text.Substring(Start, Length);

    public bool Touches(GroundedStatement statement) =>
        statement.Start < Start + Length && statement.Start + statement.Text.Length > Start;

    public static Mutation Replace(string kind, string letter, int start, int length, string by) =>
        new(kind, string.Concat(letter.AsSpan(0, start), by, letter.AsSpan(start + length)), start, by.Length, letter.Substring(start, length));
}
