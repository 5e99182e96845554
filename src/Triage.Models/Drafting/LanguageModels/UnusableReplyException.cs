namespace Triage.Models.Drafting.LanguageModels;

/// <summary>A language model's answer that may not be used; the message is what a clerk reads and holds no text of the answer.</summary>
internal sealed class UnusableReplyException : Exception
{
    public UnusableReplyException(string message)
        : base(message)
    {
    }

    public UnusableReplyException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The same question would end the same way.</summary>
    public bool AgainIsVain { get; init; }
}
