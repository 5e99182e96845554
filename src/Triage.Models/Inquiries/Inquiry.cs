namespace Triage.Models.Inquiries;

/// <summary>
/// What a citizen wrote, as every step decides upon it: the subject, and the reply part of the message without
/// quoted history and signature. <see cref="Id"/> is a label for reports; nothing is decided by it.
/// </summary>
public sealed record Inquiry(string Id, string Subject, string Text)
{
    /// <summary>Subject and text as one, the form that classifiers and searches read.</summary>
    public string Whole => Subject.Length == 0 ? Text : $"{Subject}\n\n{Text}";
}
