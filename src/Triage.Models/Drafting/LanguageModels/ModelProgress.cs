namespace Triage.Models.Drafting.LanguageModels;

/// <summary>What a language model is doing for a task.</summary>
public enum ModelStage
{
    /// <summary>The question was sent; nothing has come back yet.</summary>
    Waiting,

    /// <summary>The answer is coming in.</summary>
    Writing,

    /// <summary>The answer is whole and is being checked.</summary>
    Checking,
}

/// <summary>How far a task is; never what the model has said, which is shown only when whole and checked.</summary>
/// <param name="Stage">Of this attempt.</param>
/// <param name="Attempt">1 or 2.</param>
/// <param name="Deadline">For the whole task, from the first report on.</param>
public sealed record ModelProgress(ModelStage Stage, int Attempt, TimeSpan Deadline);
