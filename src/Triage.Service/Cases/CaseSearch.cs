using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Looks up cases by number, sender and words, among those that the person may read.</summary>
internal sealed class CaseSearch(TriageDbContext db, CaseAccess access, Inbox inbox)
{
    public const int Most = 50;

    /// <summary>The newest cases in which every word stands: in the number, the sender, the subject or a message.</summary>
    public Task<IReadOnlyList<InboxRow>> FindAsync(string query, StaffIdentity who, CancellationToken cancellation)
    {
        var cases = access.Readable(db.Cases, who);
        foreach (var word in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            cases = WithWord(cases, word);
        }

        return inbox.RowsAsync(cases.OrderByDescending(c => c.Id).Take(Most), who, cancellation);
    }

    // SQLite ignores case in ASCII only and PostgreSQL not at all, so the usual forms are asked for one by one.
    private IQueryable<Case> WithWord(IQueryable<Case> cases, string word)
    {
        var lower = Pattern(word.ToLower(German.Culture));
        var title = Pattern(string.Concat(word[..1].ToUpper(German.Culture), word[1..].ToLower(German.Culture)));
        var upper = Pattern(word.ToUpper(German.Culture));
        var typed = Pattern(word);
        return cases.Where(c =>
            EF.Functions.Like(c.Number, upper, "\\")
            || EF.Functions.Like(c.CitizenAddress!, lower, "\\") || EF.Functions.Like(c.CitizenAddress!, typed, "\\")
            || EF.Functions.Like(c.CitizenName!, title, "\\") || EF.Functions.Like(c.CitizenName!, typed, "\\")
            || EF.Functions.Like(c.Subject, lower, "\\") || EF.Functions.Like(c.Subject, title, "\\") || EF.Functions.Like(c.Subject, upper, "\\")
            || db.Messages.Any(m => m.CaseId == c.Id
                && (EF.Functions.Like(m.Text, lower, "\\") || EF.Functions.Like(m.Text, title, "\\") || EF.Functions.Like(m.Text, upper, "\\")
                    || EF.Functions.Like(m.FromAddress!, lower, "\\"))));
    }

    private static string Pattern(string word) =>
        $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
