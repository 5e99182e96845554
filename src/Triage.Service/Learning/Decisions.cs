using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Learning;

/// <summary>Records what was suggested and what a person decided, inside the transaction of the decision.</summary>
internal sealed class Decisions(TriageDbContext db, TimeProvider time)
{
    /// <summary>Call it with the case as it stands after the decision, and whether its suggestion was visible before.</summary>
    public async Task RecordAsync(Case subject, DecisionKind kind, bool suggestionVisible, CancellationToken cancellation, AlsoDecided? also = null)
    {
        var suggestion = await db.Suggestions.AsNoTracking().Where(s => s.CaseId == subject.Id)
            .OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);
        db.Decisions.Add(new Decision
        {
            CaseId = subject.Id,
            At = time.GetUtcNow(),
            Kind = kind,
            SuggestionId = suggestion?.Id,
            SuggestionVisible = suggestion is not null && suggestionVisible,
            SuggestedDepartment = suggestion?.Department,
            SuggestedTopic = suggestion?.Topic,
            Confidence = suggestion?.Confidence,
            Abstained = suggestion?.Abstained ?? true,
            Department = subject.ClosedBecause == CloseReason.NoInquiry ? "" : subject.Department,
            Topic = subject.Topic,
            RuleId = subject.RuleId,
            AlsoDepartment = also?.Department,
            AlsoTopic = also?.Topic,
            SuggestedAlso = also?.SuggestedTopic,
        });
    }
}
