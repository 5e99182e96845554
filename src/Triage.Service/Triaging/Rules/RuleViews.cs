using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Triaging.Rules;

/// <summary>A rule in the list.</summary>
public sealed record RuleRow(long Id, string Name, string When, string Target, string Valid, string State, bool First);

/// <summary>A past case that the rule would have sent elsewhere.</summary>
public sealed record TrialRow(long CaseId, string Number, string Subject, string Before, string After, string Decided);

/// <summary>A rule's page: its form, and what came of trying it.</summary>
public sealed record RuleView(long? Id, RuleForm Form)
{
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    public string State { get; init; } = "";

    public bool CanSwitchOn { get; init; }

    public bool IsOn { get; init; }

    public string Author { get; init; } = "";

    /// <summary>"hätte 14 von 500 Vorgängen anders zugeordnet"; null before it was tried.</summary>
    public string? Tried { get; init; }

    /// <summary>What the trial that was just made found; null otherwise.</summary>
    public IReadOnlyList<TrialRow>? Trial { get; init; }
}

/// <summary>Shows rules in the words of the town.</summary>
internal sealed class RuleViews(TriageDbContext db, RuleBook book, Municipality town)
{
    public async Task<IReadOnlyList<RuleRow>> ListAsync(CancellationToken cancellation)
    {
        var rules = await db.RoutingRules.AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellation);
        return [.. rules.Select((r, i) => new RuleRow(r.Id, r.Name, When(r), Office(r.Department, r.Topic), Valid(r), State(r), i == 0))];
    }

    public async Task<RuleView?> OfAsync(long id, TrialResult? trial, CancellationToken cancellation)
    {
        if (await db.RoutingRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rule)
        {
            return null;
        }

        var author = await db.Users.Where(s => s.Id == rule.AuthorId).Select(s => s.DisplayName).SingleAsync(cancellation);
        return new RuleView(id, RuleForm.Of(rule))
        {
            State = State(rule),
            CanSwitchOn = rule.State is RuleState.Tried or RuleState.Off,
            IsOn = rule.State == RuleState.On,
            Author = $"{author}, {German.Day(rule.ChangedAt)}",
            Tried = rule.TriedAt is { } at ? $"Zuletzt erprobt am {German.Moment(at)}: Die Regel hätte {rule.WouldChange} von {rule.TriedOn} Vorgängen anders zugeordnet." : null,
            Trial = trial is null ? null : [.. trial.Changed.Select(c => new TrialRow(
                c.Id, c.Number, c.Subject, Office(c.Before, null), Office(c.After, null), c.Decided is null ? "noch offen" : Office(c.Decided, null)))],
        };
    }

    private string Office(string? department, string? topic) =>
        (town.Department(department)?.Name ?? "Zu klären") + (town.Topic(topic) is { } known ? $", {known.Name}" : "");

    private static string Valid(StoredRule rule) => rule.ValidUntil is { } until
        ? $"{German.Date(rule.ValidFrom)} bis {German.Date(until)}"
        : $"ab {German.Date(rule.ValidFrom)}";

    private string State(StoredRule rule) => (rule.State, rule.ToRule().IsInForce(book.Today)) switch
    {
        (RuleState.Draft, _) => "Entwurf, noch nicht erprobt",
        (RuleState.Tried, _) => "erprobt, noch nicht eingeschaltet",
        (RuleState.Off, _) => "ausgeschaltet",
        (_, true) => "eingeschaltet",
        _ => rule.ValidUntil < book.Today ? "abgelaufen" : "eingeschaltet, gilt noch nicht",
    };

    private string When(StoredRule rule)
    {
        var when = rule.When;
        var parts = new List<string>();
        Add("Absender", when.Senders);
        Add("Postfach", when.Mailboxes);
        Add("Wörter", when.Words);
        Add("Orte", when.Places);
        Add("Vorschlag", [.. when.Departments.Select(d => Office(d, null))]);
        return string.Join("; ", when.Unsure ? [.. parts, "Programm unsicher"] : parts);

        void Add(string kind, IReadOnlyList<string> entries)
        {
            if (entries.Count > 0)
            {
                parts.Add($"{kind}: {string.Join(", ", entries.Take(4))}{(entries.Count > 4 ? " …" : "")}");
            }
        }
    }
}
