using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;
using Triage.Service.Cases;
using Triage.Service.Storage;
using Triage.Service.Triaging;

namespace Triage.Service.Learning;

/// <summary>An inquiry of the golden set, its place there, and what the classifier says about it.</summary>
internal sealed record DemoInquiry(int Place, GoldenInquiry Golden, Classification Said);

/// <summary>
/// Writes the demo town's past: closed cases with the suggestion that the classifier really made and the decisions of a
/// clerk who always knows the right office. Nothing is sent, and no pipeline step touches them.
/// </summary>
internal sealed class DemoReplay(TriageDbContext db, Municipality town, CaseFactory cases, TimeProvider time)
{
    /// <summary>The label of the case made from the row at this place; no other case has such a number.</summary>
    public static string NumberOf(int place) => string.Create(CultureInfo.InvariantCulture, $"DEMO-{place + 1:0000}");

    /// <summary>The labels that exist already, so that a start after a kill goes on where the last one stopped.</summary>
    public async Task<IReadOnlySet<string>> WrittenAsync(CancellationToken cancellation) =>
        (await db.Cases.Where(c => c.Number.StartsWith("DEMO-")).Select(c => c.Number).ToListAsync(cancellation)).ToHashSet();

    /// <summary>Writes these inquiries' cases, all or none.</summary>
    public Task WriteAsync(IReadOnlyList<DemoInquiry> inquiries, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var now = time.GetUtcNow();
            var made = inquiries.Select(i => new Replayed(i, DemoStory.Of(i.Golden, i.Place, now), town, cases)).ToList();
            db.Cases.AddRange(made.Select(m => m.Case));
            await db.SaveChangesAsync(cancellation);
            var messages = made.ConvertAll(m => m.Message());
            db.Messages.AddRange(messages);
            db.Messages.AddRange(made.Select(m => m.Note()));
            await db.SaveChangesAsync(cancellation);
            var suggestions = made.Select((m, i) => m.Suggestion(messages[i].Id)).ToList();
            db.Suggestions.AddRange(suggestions);
            await db.SaveChangesAsync(cancellation);
            db.Decisions.AddRange(made.SelectMany((m, i) => m.Decisions(suggestions[i].Id)));
        },
        cancellation);
}
