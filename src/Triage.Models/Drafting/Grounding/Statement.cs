namespace Triage.Models.Drafting.Grounding;

/// <summary>Kinds of statements that can be checked against a source.</summary>
public static class StatementKinds
{
    public const string Amount = "amount";
    public const string Percentage = "percentage";
    public const string Date = "date";
    public const string Deadline = "deadline";
    public const string Duration = "duration";
    public const string Time = "time";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Url = "url";
    public const string Address = "address";
    public const string Paragraph = "paragraph";
    public const string Office = "office";
    public const string Form = "form";
    public const string Quantity = "quantity";
    public const string Promise = "promise";

    /// <summary>A whole sentence that says something which a source must say as well.</summary>
    public const string Sentence = "sentence";
}

/// <summary>
/// A checkable statement of a text. <see cref="Start"/> is its place in UTF-16 units, <see cref="Value"/> the form in which
/// equal facts are equal ("zwei Wochen" and "14 Tage" are both P14D), <see cref="Kind"/> one of <see cref="StatementKinds"/>.
/// </summary>
public sealed record Statement(string Text, int Start, string Kind, string Value)
{
    /// <summary>The place after the last character.</summary>
    public int End => Start + Text.Length;

    /// <summary>What values may be compared with each other: a deadline is a duration or a date with a demand.</summary>
    internal string Group => Kind != StatementKinds.Deadline ? Kind : Value[0] == 'P' ? StatementKinds.Duration : StatementKinds.Date;
}
