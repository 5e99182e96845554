namespace Triage.Models.Drafting.Grounding;

/// <summary>A statement and the sentence that says the same; <see cref="Passage"/> and <see cref="Quote"/> are null without one.</summary>
public sealed record GroundedStatement(string Text, int Start, string Kind, string Value, bool Supported, string? Passage, string? Quote)
{
    /// <summary>Whether a person must confirm it: every amount, deadline and promise, and all that has no source.</summary>
    public bool IsCritical => !Supported || Kind is StatementKinds.Amount or StatementKinds.Deadline or StatementKinds.Promise;

    /// <summary>As it is kept with the draft.</summary>
    public CriticalStatement ToCritical() => new(Text, Start, Kind, Value, Supported, Passage);

    internal static GroundedStatement Of(Statement statement, TextUnit? unit) => new(
        statement.Text, statement.Start, statement.Kind, statement.Value, unit is not null, unit?.Source, unit?.Text);
}
