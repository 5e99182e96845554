using Triage.Models.Inquiries;
using Triage.Service.Approving;
using Triage.Service.Cases.Splitting;
using Triage.Service.Web;

namespace Triage.Service.Cases;

/// <summary>A case as its page shows it. On a blind check everything that is suggested is absent, not hidden.</summary>
public sealed record CaseView
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>Received, due, state, office and so on, as names and values.</summary>
    public required IReadOnlyList<CaseFact> Facts { get; init; }

    public required string? Attention { get; init; }

    public required CaseNeighbours Neighbours { get; init; }

    /// <summary>Colleagues who look at the case now.</summary>
    public required IReadOnlyList<string> Viewers { get; init; }

    /// <summary>The rule that chose the office, why the town has it, and who wrote it; null when none did.</summary>
    public required string? Rule { get; init; }

    /// <summary>The newest message of the citizen; null when there is none.</summary>
    public required MessageView? Inquiry { get; init; }

    /// <summary>The case was just taken in; its first message may not be there yet.</summary>
    public required bool IsBeingRead { get; init; }

    /// <summary>All other messages, oldest first.</summary>
    public required IReadOnlyList<MessageView> History { get; init; }

    /// <summary>What a long history was about; without sentences for a short one.</summary>
    public required HistorySummary Summary { get; init; }

    /// <summary>What a person should know about how the case came together.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    /// <summary>The person re-routed the case and may read it only.</summary>
    public required bool ReadOnly { get; init; }

    public required bool IsBlind { get; init; }

    public required bool IsDone { get; init; }

    /// <summary>Its concern went back to the case that it was split off; it stays closed.</summary>
    public required bool IsJoined { get; init; }

    public bool IsErased { get; init; }

    /// <summary>The message from which a person may split a concern off; null: none.</summary>
    public required long? SplitsFrom { get; init; }

    /// <summary>Cases split off this one, and the one it was split off itself.</summary>
    public required IReadOnlyList<LinkedCase> Links { get; init; }

    public required bool IsMine { get; init; }

    public required string? Assignee { get; init; }

    public required string? Department { get; init; }

    public required string? Topic { get; init; }

    public required string? Kind { get; init; }

    public SuggestionView? Suggestion { get; init; }

    public SourcesView? Sources { get; init; }

    public ReplyView? Reply { get; init; }

    public SendingView? Sending { get; init; }

    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>What was just done, in words; null for none.</summary>
    public string? Done { get; init; }
}

public sealed record CaseFact(string Name, string Value);

/// <summary>A message in the case. Notes never leave the house and look different.</summary>
public sealed record MessageView(
    long Id, string What, string Who, string At, string Subject, IReadOnlyList<TextPiece> Text, string? Quoted, string? Signature,
    IReadOnlyList<string> Hints, IReadOnlyList<FileView> Files, bool HasOriginal, bool IsNote)
{
    /// <summary>That this is a part of a message, and where the whole is; null for a whole one.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who wrote it, by name where there is one.</summary>
    public required string Writer { get; init; }

    /// <summary>Between the citizen and the town, by people: no note, notice or automatic mail.</summary>
    public required bool IsCorrespondence { get; init; }
}

/// <summary>A stretch of text; <see cref="Mark"/> is 1 when it spoke for the suggested office, -1 against it, 0 neither.</summary>
public sealed record TextPiece(string Text, int Mark);

public sealed record FileView(long Id, string Name, string Size);

/// <summary>What was suggested, best first, why, and how often such suggestions were right.</summary>
public sealed record SuggestionView(IReadOnlyList<string> Offices, IReadOnlyList<string> Topics, IReadOnlyList<string> For, IReadOnlyList<string> Against, string Experience, bool Abstained)
{
    /// <summary>The words that made the case urgent, as they stand in the message.</summary>
    public IReadOnlyList<string> Urgent { get; init; } = [];

    /// <summary>Further concerns, each with the sentence that carries it.</summary>
    public IReadOnlyList<FurtherConcern> Further { get; init; } = [];
}

/// <summary>A topic beside the main one, and where the message speaks of it.</summary>
public sealed record FurtherConcern(string TopicId, string Topic, string Sentence, long MessageId);

/// <summary>The passages found, and those questions that none answers.</summary>
public sealed record SourcesView(IReadOnlyList<SourceView> Cited, IReadOnlyList<SourceView> Others, IReadOnlyList<string> OpenQuestions);

public sealed record SourceView(string? Marker, string Title, string Heading, string Quote, string Whole, string? Date, bool Stale, string? ConflictsWith, string? Url)
{
    /// <summary>Where its article opens at exactly this passage; null when the passage was not kept.</summary>
    public string? Opens { get; init; }

    /// <summary>It is the town's standard answer, and no passage of an article.</summary>
    public bool IsStandard { get; init; }
}

/// <summary>The answer in work: a person's text, or the draft as a start.</summary>
public sealed record ReplyView
{
    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required AnswerChannel Channel { get; init; }

    public required bool AsksBack { get; init; }

    /// <summary>The version that the form was opened with; 0 for none saved yet.</summary>
    public required int Version { get; init; }

    /// <summary>The draft that <see cref="Text"/> begins as, while nothing is saved; null otherwise.</summary>
    public long? DraftId { get; init; }

    public required bool FromSuggestion { get; init; }

    /// <summary>The draft can be discarded.</summary>
    public required bool HasDraft { get; init; }

    /// <summary>About the draft, or why there is none.</summary>
    public required string Note { get; init; }

    /// <summary>How far the draft is that is being made; null when none is.</summary>
    public string? Coming { get; init; }

    public required string? Saved { get; init; }

    public required IReadOnlyList<StatementView> Statements { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    /// <summary>Text blocks that can be inserted.</summary>
    public required IReadOnlyList<InsertableBlock> Blocks { get; init; }

    /// <summary>A colleague's text that was saved meanwhile; null without a conflict.</summary>
    public OtherVersion? Other { get; init; }

    /// <summary>A newer draft that does not replace the person's text.</summary>
    public NewerDraft? Newer { get; init; }

    /// <summary>The texts that other versions replaced, newest first.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>The text can be said in Einfache Sprache.</summary>
    public bool CanBeSimplified { get; init; }

    /// <summary>"Englische": a translation is made of the text when it is reviewed; null: none.</summary>
    public string? TranslatedInto { get; init; }

    public string? PostalAddress { get; init; }

    public string? Phone { get; init; }
}

/// <summary>A draft that can replace the text.</summary>
public sealed record NewerDraft(long Id, string Text, bool IsPlain);

public sealed record OtherVersion(string Who, string At, string Text);

/// <summary>A statement to tick.</summary>
public sealed record StatementView(string Key, string Words, bool Supported, bool Ticked);

/// <summary>What happens to an approved answer.</summary>
public sealed record SendingView(string Words, bool CanRecall, int? AwaitsSignatureOf, bool LetterToPost);
