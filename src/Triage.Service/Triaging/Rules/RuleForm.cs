using Triage.Models.Inquiries;
using Triage.Models.Triaging.Rules;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Triaging.Rules;

/// <summary>A rule as it stands in the fields of its form. Lists hold an entry a line.</summary>
public sealed record RuleForm
{
    private const int MostEntries = 50;

    /// <summary>The version that the form started from; 0 for a new rule.</summary>
    public int BasedOn { get; init; }

    public string? Name { get; init; }

    public string? Reason { get; init; }

    public string? Senders { get; init; }

    public string? Mailboxes { get; init; }

    public string? Words { get; init; }

    public string? Places { get; init; }

    /// <summary>An office that the model suggests; empty: any.</summary>
    public string? Suggested { get; init; }

    /// <summary>"ja": only where the model would not decide.</summary>
    public string? Unsure { get; init; }

    /// <summary>"office", "office/topic" or Zu klären.</summary>
    public string? Target { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidUntil { get; init; }

    internal static RuleForm Of(StoredRule rule) => new()
    {
        BasedOn = rule.Version,
        Name = rule.Name,
        Reason = rule.Reason,
        Senders = string.Join('\n', rule.When.Senders),
        Mailboxes = string.Join('\n', rule.When.Mailboxes),
        Words = string.Join('\n', rule.When.Words),
        Places = string.Join('\n', rule.When.Places),
        Suggested = rule.When.Departments is [var office, ..] ? office : null,
        Unsure = rule.When.Unsure ? "ja" : null,
        Target = rule.Department is null ? Cases.Target.Unclear : rule.Topic is null ? rule.Department : $"{rule.Department}/{rule.Topic}",
        ValidFrom = FormDate.Of(rule.ValidFrom),
        ValidUntil = rule.ValidUntil is { } until ? FormDate.Of(until) : null,
    };

    internal RuleCondition ToCondition() => new()
    {
        Senders = Lines(Senders), Mailboxes = Lines(Mailboxes), Words = Lines(Words), Places = Lines(Places),
        Departments = string.IsNullOrEmpty(Suggested) ? [] : [Suggested], Unsure = Unsure == "ja",
    };

    internal DateOnly? From => FormDate.Parse(ValidFrom);

    internal DateOnly? Until => FormDate.Parse(ValidUntil);

    /// <summary>What is wrong, in words for the supervisor.</summary>
    internal IReadOnlyList<FormError> Check(Municipality town) => [.. Errors(town).Select(e => new FormError(e.Field, e.Text))];

    private IEnumerable<(string Field, string Text)> Errors(Municipality town)
    {
        if (Name?.Trim() is not { Length: > 0 and <= 120 })
        {
            yield return ("name", "Der Name braucht 1 bis 120 Zeichen.");
        }

        if (Reason?.Trim() is not { Length: > 0 and <= 1000 })
        {
            yield return ("reason", "Bitte schreiben Sie, warum es die Regel gibt (bis 1.000 Zeichen).");
        }

        var when = ToCondition();
        if (when.IsEmpty)
        {
            yield return ("words", "Bitte nennen Sie mindestens eine Bedingung. Sonst träfe die Regel jede Nachricht.");
        }

        if (new[] { when.Senders, when.Mailboxes, when.Words, when.Places }.Any(l => l.Count > MostEntries))
        {
            yield return ("words", $"Je Bedingung sind {MostEntries} Zeilen möglich.");
        }

        if (when.Departments.Any(d => town.Department(d) is null))
        {
            yield return ("suggested", "Dieses Amt gibt es nicht.");
        }

        if (Cases.Target.Parse(Target, town) is null)
        {
            yield return ("target", "Bitte wählen Sie, wohin die Nachrichten gehen.");
        }

        foreach (var error in Dates())
        {
            yield return error;
        }
    }

    private IEnumerable<(string Field, string Text)> Dates()
    {
        if (From is null)
        {
            yield return ("validFrom", "Bitte geben Sie ein Datum an, zum Beispiel 10.03.2026.");
        }

        if (!string.IsNullOrWhiteSpace(ValidUntil) && (Until is null || Until < From))
        {
            yield return ("validUntil", "Das Ende braucht ein Datum, das nicht vor dem Beginn liegt.");
        }
    }

    private static string[] Lines(string? text) => text?.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
