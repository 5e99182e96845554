namespace Triage.Evaluation.Data;

/// <summary>Something personal in a row: its type and the exact substring of subject or text.</summary>
internal sealed record PersonalValue(string Type, string Value);

/// <summary>A row of data/golden/routing.jsonl or data/inquiries/train.jsonl with all its fields.</summary>
internal sealed record LabelledInquiry(
    string Id,
    string Author,
    string Channel,
    string Subject,
    string Text,
    string Department,
    string? Topic,
    string Kind,
    IReadOnlyList<string> Also,
    bool Urgent,
    string Lang,
    bool Answerable,
    IReadOnlyList<PersonalValue> Pii);

/// <summary>What is wrong with a piece of the data set: where, and what.</summary>
internal sealed record DataProblem(string Where, string What);
