using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning;

/// <summary>What a hand-made decision says, with defaults for what a test does not care about.</summary>
internal sealed record Made(string? Suggested, string? Decided)
{
    public DecisionKind Kind { get; init; } = DecisionKind.Approved;

    public bool Visible { get; init; } = true;

    public string? SuggestedTopic { get; init; }

    public string? Topic { get; init; }

    public double Confidence { get; init; } = 0.85;

    public bool Abstained { get; init; }

    public AlsoDecided? Also { get; init; }

    public double DaysAgo { get; init; } = 1;

    public static Made Blind(string suggested, string? decided) => new(suggested, decided) { Kind = DecisionKind.BlindCheck, Visible = false };

    public Decision Of(long caseId, DateTimeOffset now) => new()
    {
        CaseId = caseId,
        At = now.AddDays(-DaysAgo),
        Kind = Kind,
        SuggestionId = 1,
        SuggestionVisible = Visible,
        SuggestedDepartment = Suggested,
        SuggestedTopic = SuggestedTopic,
        Confidence = Confidence,
        Abstained = Abstained,
        Department = Decided,
        Topic = Topic,
        AlsoDepartment = Also?.Department,
        AlsoTopic = Also?.Topic,
        SuggestedAlso = Also?.SuggestedTopic,
    };
}

/// <summary>Cases with recorded decisions, as people would have left them.</summary>
internal static class DecisionMaking
{
    /// <summary>One case with these decisions, oldest first.</summary>
    public static async Task<long> DecideAsync(this ServiceHost host, params Made[] made)
    {
        var id = await host.CaseAsync("Frühere Anfrage", made[^1].Decided);
        await host.InDatabaseAsync(async db =>
        {
            foreach (var one in made)
            {
                db.Decisions.Add(one.Of(id, TimeProvider.System.GetUtcNow()));
                await db.SaveChangesAsync();
            }

            return true;
        });
        return id;
    }

    /// <summary>So many cases with the same decision.</summary>
    public static async Task RepeatAsync(this ServiceHost host, int cases, Made made)
    {
        for (var i = 0; i < cases; i++)
        {
            await host.DecideAsync(made);
        }
    }

    /// <summary>A case that was answered after so many days; it was due after five.</summary>
    public static Task<long> AnsweredAsync(this ServiceHost host, string department, double days) => host.InDatabaseAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var number = await db.InTransactionAsync(() => db.NextCaseNumberAsync("MU", 2026, CancellationToken.None), CancellationToken.None);
        var made = new Case { Number = number, Channel = CaseChannel.Web, Subject = "Beantwortet", CreatedAt = now.AddDays(-1 - days), DueAt = now.AddDays(4 - days) };
        made.Route(department, null, "frage", urgent: false, made.DueAt);
        made.Close(CloseReason.Answered, now.AddDays(-1));
        db.Cases.Add(made);
        await db.SaveChangesAsync();
        return made.Id;
    });

    /// <summary>The cells of the row with this head, white space folded; null when there is none.</summary>
    public static string? Row(this Answer page, string table, string head) => page.Document.QuerySelectorAll($"table:has(#{table}) tbody tr")
        .Where(r => Fold(r.FirstElementChild!.TextContent) == head)
        .Select(r => string.Join(" | ", r.Children.Skip(1).Select(c => Fold(c.TextContent)))).SingleOrDefault();

    /// <summary>The rows of a table, cells joined.</summary>
    public static IReadOnlyList<string> Rows(this Answer page, string table) =>
        [.. page.Document.QuerySelectorAll($"table:has(#{table}) tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => Fold(c.TextContent))))];

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
