using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting.Composing;
using Triage.Models.Inquiries;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>Makes the lists of the page "Wissen".</summary>
internal sealed class KnowledgeLists(TriageDbContext db, KnowledgeShelf shelf, Municipality town)
{
    private const int StaleAfterYears = 3;

    public async Task<KnowledgeListView> ListAsync(KnowledgeFilter filter, bool canEdit, CancellationToken cancellation)
    {
        var all = await RowsAsync(cancellation);
        var shown = canEdit ? all : [.. all.Where(r => r.InForce)];
        var counts = Enum.GetValues<KnowledgeList>().ToDictionary(l => l, l => shown.Count(r => Belongs(r, l)));
        return new KnowledgeListView(
            filter,
            [.. shown.Where(r => Belongs(r, filter.List)
                && (filter.Department is null || r.DepartmentId == filter.Department) && (filter.Topic is null || r.TopicId == filter.Topic))],
            counts,
            town.Departments,
            [.. town.Topics.Where(t => filter.Department is null || t.Department == filter.Department)],
            canEdit ? await OpenImportsAsync(cancellation) : [],
            canEdit);
    }

    /// <summary>
    /// Messages that ask for an answer and for whose draft no article was found, by topic; how many and when last, never what they say.
    /// </summary>
    public async Task<IReadOnlyList<GapRow>> GapsAsync(CancellationToken cancellation)
    {
        // Drafts are kept as JSON; a quotation mark inside a text is written as \u0022 there, so this can only be the flag.
        var drafts = db.Drafts.FromSqlRaw("SELECT * FROM drafts WHERE \"Draft\" LIKE '%\"noSource\":true%'");
        string[] unwanted = [.. GeneralAnswer.UnwantedKinds];
        var asking = db.Cases.Where(c => c.Kind == null || !unwanted.Contains(c.Kind));
        var gaps = await drafts.Join(asking, d => d.CaseId, c => c.Id, (d, c) => new { c.Department, c.Topic, d.At, d.MessageId })
            .GroupBy(g => new { g.Department, g.Topic })
            .Select(g => new { g.Key.Department, g.Key.Topic, Count = g.Select(x => x.MessageId).Distinct().Count(), Last = g.Max(x => x.At) })
            .ToListAsync(cancellation);
        return [.. gaps.OrderByDescending(g => g.Count).ThenByDescending(g => g.Last).Select(g => new GapRow(
            town.Department(g.Department)?.Name ?? "noch kein Amt",
            town.Topic(g.Topic)?.Name ?? "ohne Thema",
            g.Department,
            g.Topic,
            g.Count,
            German.Day(g.Last)))];
    }

    private async Task<IReadOnlyList<ArticleRow>> RowsAsync(CancellationToken cancellation)
    {
        var today = shelf.Today;
        var inForce = (await shelf.InForceAsync(cancellation)).ToHashSet();
        var versions = await db.KnowledgeVersions.Join(db.Knowledge, v => v.ArticleId, a => a.Id, (v, a) => new
        {
            a.Slug, a.Newest, v.ArticleId, v.Version, v.State, v.Title, v.Department, v.Topic, v.ValidFrom, v.ReviewedAt, v.ReviewBy, v.ConflictsWith,
        }).ToListAsync(cancellation);
        return [.. versions.GroupBy(v => v.ArticleId).Select(article =>
        {
            var newest = article.MaxBy(v => v.Version)!;
            var shown = article.FirstOrDefault(v => inForce.Contains(new(v.ArticleId, v.Version))) ?? newest;
            var isInForce = inForce.Contains(new(shown.ArticleId, shown.Version));
            var waits = newest.State == ArticleState.Draft;
            return new ArticleRow(
                shown.Slug, shown.Title, town.Department(shown.Department)?.Name ?? shown.Department, shown.Department,
                town.Topic(shown.Topic)?.Name, shown.Topic, German.Date(shown.ReviewedAt),
                isInForce && IsStale(shown.ReviewedAt, shown.ReviewBy, today), isInForce && shown.ConflictsWith is not null, isInForce, waits,
                State(isInForce, waits, newest.State, newest.ValidFrom, today));
        }).OrderBy(r => r.Department, Order).ThenBy(r => r.Title, Order)];
    }

    private static StringComparer Order => StringComparer.Create(German.Culture, ignoreCase: true);

    /// <summary>The date by which somebody should have looked at it again has passed.</summary>
    public static bool IsStale(DateOnly reviewedAt, DateOnly? reviewBy, DateOnly today) => (reviewBy ?? reviewedAt.AddYears(StaleAfterYears)) < today;

    private static string State(bool inForce, bool waits, ArticleState newest, DateOnly from, DateOnly today) =>
        (inForce, waits, newest) switch
        {
            (true, true, _) => "gilt, ein neuer Entwurf wartet",
            (true, false, ArticleState.Released) when from > today => $"gilt, neue Fassung ab {German.Date(from)}",
            (true, _, _) => "gilt",
            (false, true, _) => "Entwurf, noch nicht freigegeben",
            (false, _, ArticleState.Released) when from > today => $"gilt ab {German.Date(from)}",
            (false, _, ArticleState.Released) => "abgelaufen",
            _ => "zurückgezogen",
        };

    private static bool Belongs(ArticleRow row, KnowledgeList list) => list switch
    {
        KnowledgeList.Stale => row.Stale,
        KnowledgeList.Conflicts => row.Conflict,
        KnowledgeList.Waiting => row.Waits,
        KnowledgeList.Ended => !row.InForce && !row.Waits,
        _ => true,
    };

    private async Task<IReadOnlyList<OpenImport>> OpenImportsAsync(CancellationToken cancellation)
    {
        var open = await db.KnowledgeImports.AsNoTracking().Where(i => i.TakenAt == null).OrderByDescending(i => i.Id).Take(5).ToListAsync(cancellation);
        return [.. open.Select(i => new OpenImport(i.Id, i.StaffId is null ? "Ordner data/knowledge" : $"Einfuhr vom {German.Moment(i.At)}", i.Items.Count))];
    }
}
