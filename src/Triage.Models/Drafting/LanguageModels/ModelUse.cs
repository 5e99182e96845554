namespace Triage.Models.Drafting.LanguageModels;

/// <summary>What was asked of a language model, refused answers included; tokens are 0 where the endpoint did not count.</summary>
/// <param name="Prompt">Name and version of the prompt.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Requests">How often it was asked: 0 while it is left alone.</param>
/// <param name="InputTokens">What it read.</param>
/// <param name="OutputTokens">What it wrote.</param>
/// <param name="MicroEuros">What that cost, in millionths of a euro; 0 without configured prices.</param>
public sealed record ModelUse(string Prompt, string Model, int Requests, long InputTokens, long OutputTokens, long MicroEuros)
{
    /// <summary>Nothing was asked.</summary>
    public static ModelUse None(string prompt, string model) => new(prompt, model, 0, 0, 0, 0);
}

/// <summary>What a model's answer came to, or why it may not be used.</summary>
internal sealed record ModelOutcome<T>(T? Value, string? Reason, ModelUse Use)
    where T : class;
