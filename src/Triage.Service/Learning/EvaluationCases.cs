using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Learning;

/// <summary>A page of the cases behind a figure.</summary>
public sealed record EvaluationCasesView(EvaluationQuery Query, CaseSet Cases, IReadOnlyList<InboxRow> Rows, int Page, int Pages)
{
    public string Name => Cases.Name;

    public int Total => Cases.Ids.Count;

    public string Address(int page) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Query.AddressOf(Cases)}&seite={page}");
}

/// <summary>Lists the cases behind a figure, to those who may read them.</summary>
internal sealed class EvaluationCases(TriageDbContext db, CaseAccess access, Inbox inbox)
{
    public async Task<EvaluationCasesView> OfAsync(EvaluationQuery query, CaseSet cases, int page, StaffIdentity who, CancellationToken cancellation)
    {
        var pages = Math.Max(1, (cases.Ids.Count + Inbox.PageSize - 1) / Inbox.PageSize);
        page = Math.Clamp(page, 1, pages);
        var ids = cases.Ids.OrderDescending().Skip((page - 1) * Inbox.PageSize).Take(Inbox.PageSize).ToList();
        var rows = await inbox.RowsAsync(access.Readable(db.Cases, who).Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id), who, cancellation);
        return new EvaluationCasesView(query, cases, rows, page, pages);
    }
}
