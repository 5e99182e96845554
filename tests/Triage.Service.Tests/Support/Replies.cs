using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Approving;

namespace Triage.Service.Tests.Support;

/// <summary>The way of an answer through the pages, as a person goes it.</summary>
internal static class Replies
{
    /// <summary>Writes an answer on the case's page and goes on to the review page.</summary>
    public static async Task<Answer> ReviewAsync(this Visitor clerk, long caseId, params (string Name, string? Value)[] fields)
    {
        var page = await clerk.GetAsync($"/vorgang/{caseId}");
        var posted = await clerk.SubmitAsync(page, $"/vorgang/{caseId}/pruefen", fields.GroupBy(f => f.Name).Select(g => KeyValuePair.Create(g.Key, g.Last().Value)));
        return posted.Location is null ? posted : await clerk.FollowAsync(posted);
    }

    /// <summary>Presses the approve button of a review page.</summary>
    public static Task<Answer> ApproveAsync(this Visitor clerk, Answer review, long caseId) => clerk.SubmitAsync(review, $"/vorgang/{caseId}/freigeben");

    /// <summary>Reviews and approves an answer.</summary>
    public static async Task<Answer> SendAsync(this Visitor clerk, long caseId, params (string Name, string? Value)[] fields) =>
        await clerk.ApproveAsync(await clerk.ReviewAsync(caseId, fields), caseId);

    /// <summary>The approve form's fields of the case's newest revision, for requests that no page offers.</summary>
    internal static async Task<List<KeyValuePair<string, string?>>> NewestRevisionAsync(this ServiceHost host, long caseId)
    {
        var revision = await host.InDatabaseAsync(db => db.Revisions.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstAsync());
        return [new("Nummer", revision.Number.ToString(CultureInfo.InvariantCulture)), new("Sha256", revision.MailSha256)];
    }

    internal static Task<int> OutboxCountAsync(this ServiceHost host, long caseId) =>
        host.InDatabaseAsync(db => db.Outbox.CountAsync(o => o.CaseId == caseId));

    internal static Task<Reply?> ReplyAsync(this ServiceHost host, long caseId) =>
        host.InDatabaseAsync(db => db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId));
}
