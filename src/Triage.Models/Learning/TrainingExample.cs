using Triage.Models.Inquiries;

namespace Triage.Models.Learning;

/// <summary>
/// An inquiry with what is known about it; null where a label is not known. A message that is no inquiry has the
/// department "". <see cref="Group"/>: examples of one group (an author, a thread) never stand on both sides of a fold.
/// </summary>
public sealed record TrainingExample(
    Inquiry Inquiry,
    string Department,
    string? Topic = null,
    string? Kind = null,
    bool? Urgent = null,
    IReadOnlyList<string>? Also = null,
    string? Group = null);
