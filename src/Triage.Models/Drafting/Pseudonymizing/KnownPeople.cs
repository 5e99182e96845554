namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>What a case knows of people beside the texts to mask; all of it stays.</summary>
/// <param name="Texts">Messages, signatures: what they tell is found in the texts.</param>
/// <param name="Names">Senders' names as the mail programs gave them.</param>
internal sealed record KnownPeople(IReadOnlyList<string> Texts, IReadOnlyList<string> Names)
{
    public static KnownPeople Of(string? name, params IEnumerable<string?> texts) =>
        new([.. texts.OfType<string>()], name is null ? [] : [name]);
}
