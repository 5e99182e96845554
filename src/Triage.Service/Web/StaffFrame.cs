using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Triaging;

namespace Triage.Service.Web;

/// <summary>What stands around every page for staff: who is signed in, where they may go, and what waits.</summary>
internal sealed record StaffFrame(StaffIdentity Who, string Offices, InboxCounts? Counts, bool SuggestionsPaused)
{
    public bool SeesLog => Who.IsSupervisor || Who.IsAdministrator;
}

/// <summary>Makes the frame for the person who is signed in.</summary>
internal sealed class StaffFrames(CurrentStaff current, Inbox inbox, SuggestionSwitch suggestions, Municipality town)
{
    public async Task<StaffFrame> OfAsync(CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        return new StaffFrame(
            who,
            who.IsSupervisor ? "alle Ämter" : string.Join(", ", who.Offices.Select(o => town.Department(o)?.Name ?? o).Order(StringComparer.Create(German.Culture, ignoreCase: true))),
            who.WorksOnCases ? await inbox.CountAsync(who, cancellation) : null,
            await suggestions.ArePausedAsync(cancellation));
    }
}
