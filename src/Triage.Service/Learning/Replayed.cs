using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Triaging;

namespace Triage.Service.Learning;

/// <summary>A replayed inquiry's rows: the case goes through the same methods as a real one, at instants of the past.</summary>
internal sealed class Replayed
{
    private readonly DemoInquiry inquiry;
    private readonly DemoStory story;
    private readonly List<(DecisionKind Kind, DateTimeOffset At, string? Department, string? Topic)> made = [];

    public Replayed(DemoInquiry inquiry, DemoStory story, Municipality town, CaseFactory cases)
    {
        (this.inquiry, this.story) = (inquiry, story);
        var (golden, said) = (inquiry.Golden, inquiry.Said);
        Case = new Case
        {
            Number = DemoReplay.NumberOf(inquiry.Place),
            Channel = golden.Channel == "web" ? CaseChannel.Web : CaseChannel.Email,
            Subject = golden.Subject.Length > 0 ? golden.Subject : "(ohne Betreff)",
            CitizenName = "Vorführung",
            CreatedAt = story.Received,
            DueAt = cases.DueAt(story.Received, said.Urgent),
            BlindCheck = story.IsBlind,
        };
        var routed = !said.Abstained && !story.IsBlind && town.Department(said.Department) is not null;
        Case.Route(routed ? said.Department : null, routed ? said.Topic : null, golden.Kind, said.Urgent, Case.DueAt);
        Case.Present();
        Decide(golden.Department.Length == 0 ? null : golden.Department, golden.Topic);
        Finish();
    }

    public Case Case { get; }

    public CaseMessage Message() => new()
    {
        CaseId = Case.Id,
        Direction = MessageDirection.In,
        At = story.Received,
        FromName = Case.CitizenName,
        Subject = inquiry.Golden.Subject,
        Text = inquiry.Golden.Text,
    };

    public CaseMessage Note() => new()
    {
        CaseId = Case.Id,
        Direction = MessageDirection.Note,
        At = story.Answered,
        Subject = "Notiz",
        Text = "Vorführung: Die Anfrage stammt aus einer Testsammlung. Entscheidungen und Zeiten sind nachgestellt, gesendet wurde nichts.",
    };

    public Suggestion Suggestion(long messageId) => new()
    {
        CaseId = Case.Id,
        MessageId = messageId,
        At = story.Received,
        Department = inquiry.Said.Department,
        Topic = inquiry.Said.Topic,
        Kind = inquiry.Said.Kind,
        Confidence = inquiry.Said.Departments.Count == 0 ? 0 : inquiry.Said.Departments[0].Confidence,
        Abstained = inquiry.Said.Abstained,
        ModelVersion = inquiry.Said.ModelVersion,
        Classification = inquiry.Said,
    };

    public IEnumerable<Decision> Decisions(long suggestionId) => made.Select(d => new Decision
    {
        CaseId = Case.Id,
        At = d.At,
        Kind = d.Kind,
        SuggestionId = suggestionId,
        SuggestionVisible = d.Kind != DecisionKind.BlindCheck,
        SuggestedDepartment = inquiry.Said.Department,
        SuggestedTopic = inquiry.Said.Topic,
        Confidence = inquiry.Said.Departments.Count == 0 ? null : inquiry.Said.Departments[0].Confidence,
        Abstained = inquiry.Said.Abstained,
        Department = d.Department,
        Topic = d.Topic,
        Demo = true,
    });

    private void Decide(string? department, string? topic)
    {
        if (story.IsBlind)
        {
            Case.DecideBlind(department, topic);
            Record(DecisionKind.BlindCheck, story.Decided);
        }
        else if (department is not null && (Case.Department != department || Case.Topic != topic))
        {
            Case.Reroute(department, topic);
            Record(DecisionKind.Rerouted, story.Decided);
        }
    }

    private void Finish()
    {
        if (story.Answer == DecisionKind.Discarded)
        {
            Record(DecisionKind.Discarded, story.Decided);
        }

        Case.Close(story.Answer == DecisionKind.Closed ? CloseReason.NoInquiry : CloseReason.Answered, story.Answered);
        Record(story.Answer == DecisionKind.Discarded ? DecisionKind.Written : story.Answer, story.Answered);
    }

    private void Record(DecisionKind kind, DateTimeOffset at) =>
        made.Add((kind, at, Case.ClosedBecause == CloseReason.NoInquiry ? "" : Case.Department, Case.Topic));
}
