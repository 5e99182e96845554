using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using Triage.Service.Cases;
using Triage.Service.Drafting.Standards;
using Triage.Service.Intake;
using Triage.Service.Retrieving;
using Triage.Service.Triaging;

namespace Triage.Service.Drafting;

/// <summary>A draft with the passages that were found for it; null where none may be made.</summary>
internal sealed record WrittenDraft(DraftResult Result, IReadOnlyList<RetrievedPassage> Passages);

/// <summary>Finds what the town knows about a message and drafts an answer from it.</summary>
internal sealed class DraftWriter(KnowledgeHost knowledge, StandardAnswers standards, ReplyDrafter drafter, DraftsInWork inWork, TownFacts facts, Municipality town)
{
    private const int PassagesPerQuestion = 5;

    /// <param name="subject">The case; what a person decided about it counts, not what was suggested.</param>
    /// <param name="message">The citizen's message.</param>
    /// <param name="suggestion">What the classifier said of the case's first message; null without one.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<WrittenDraft?> WriteAsync(Case subject, CaseMessage message, Suggestion? suggestion, CancellationToken cancellation)
    {
        var inquiry = InquiryText.Of(message);
        if (MayObject(message, suggestion))
        {
            return null;
        }

        var classification = Decided(subject, suggestion?.Classification);
        var found = await knowledge.SearchAsync(inquiry, classification, PassagesPerQuestion, cancellation);
        // Only a case that was routed has its topic; who writes again has read the standard answer.
        var first = suggestion is null || suggestion.MessageId == message.Id;
        var standard = first && subject.Topic is { } topic ? await standards.InForceAsync(topic, cancellation) : null;
        var request = new DraftRequest(inquiry, classification, found, facts, town) { SenderName = message.FromName, Standard = standard };
        using var run = inWork.Begin(subject.Id);
        var result = await drafter.DraftAsync(request, run, cancellation);
        return result is null ? null : new WrittenDraft(result, Shown(found, result.Draft, standard));
    }

    // A letter may cite what lies below the best passages: it takes whole articles. A standard answer was not searched for.
    private static IReadOnlyList<RetrievedPassage> Shown(InquiryResult found, Draft draft, StandardAnswer? standard)
    {
        var cited = draft.Citations.Select(c => c.Passage).ToHashSet();
        IEnumerable<RetrievedPassage> own = standard is not null && cited.Contains(standard.Passage.Id) ? [new(standard.Passage, 0)] : [];
        return [.. own.Concat(found.Passages).Concat(found.Deep.Where(p => cited.Contains(p.Passage.Id))).DistinctBy(p => p.Passage.Id)];
    }

    /// <summary>Nobody has said what kind of message this one is; an objection must not get an informal answer by accident.</summary>
    internal static bool MayObject(CaseMessage message, Suggestion? suggestion) =>
        suggestion?.MessageId != message.Id && ObjectionWords.In(InquiryText.Of(message));

    /// <summary>The classification as people decided, where they did.</summary>
    internal static Classification Decided(Case subject, Classification? suggested)
    {
        var said = suggested ?? new Classification(
            "", null, "frage", Urgent: false, "unknown", [], Abstained: true, [], [], [], [], [], ModelVersion: "none");
        said = said with { Kind = subject.Kind ?? said.Kind };
        return subject.Department is null || (subject.Department == said.Department && (subject.Topic is null || subject.Topic == said.Topic))
            ? said
            : said with { Department = subject.Department, Topic = subject.Topic, Topics = [] };
    }
}
