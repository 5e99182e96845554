using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>
/// A person's text as the form sends it. <see cref="ReplyVersion"/> is the version it was opened with; 0 for none yet. Then
/// <see cref="DraftId"/> is the draft that stood in the page, which may have been superseded since.
/// </summary>
internal sealed record ReplyInput(
    string Recipient, string Subject, string Text, AnswerChannel Channel, bool AsksBack, IReadOnlyList<string> Ticked, IReadOnlyList<long> AttachmentIds, int ReplyVersion, long? DraftId = null);

/// <summary>Saved, or (with <see cref="Conflict"/>) not saved because a colleague saved another text meanwhile.</summary>
internal sealed record SaveResult(Reply Reply, bool Conflict);

/// <summary>Keeps a person's text. Nothing typed is ever overwritten: a conflict shows both versions.</summary>
internal sealed class ReplyDesk(TriageDbContext db, TimeProvider time)
{
    /// <summary>The longest answer, in UTF-16 units.</summary>
    public const int MaxLength = 50_000;

    /// <summary>The text in work on this case; null when nobody began one, or the last one was sent.</summary>
    public async Task<Reply?> CurrentAsync(long caseId, CancellationToken cancellation)
    {
        var reply = await db.Replies.SingleOrDefaultAsync(r => r.CaseId == caseId, cancellation);
        return reply?.ApprovedNumber is null ? reply : null;
    }

    /// <summary>Saves the text. <paramref name="byHand"/>: it begins anew and owes nothing to a draft.</summary>
    public async Task<SaveResult> SaveAsync(Case subject, ReplyInput input, StaffIdentity who, CancellationToken cancellation, bool byHand = false)
    {
        try
        {
            return await db.InTransactionAsync(() => SaveInsideAsync(subject, input, byHand, who, cancellation), cancellation);
        }
        catch (DbUpdateException e) when (e.IsLostRace())
        {
            // A colleague's saving went first between our reading and our writing.
            db.ChangeTracker.Clear();
            return new SaveResult(await db.Replies.AsNoTracking().SingleAsync(r => r.CaseId == subject.Id, cancellation), Conflict: true);
        }
    }

    /// <summary>Puts another version in the text's place; the text is kept to return to.</summary>
    public Task ReplaceAsync(Case subject, Reply reply, OtherText with, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            reply.Exchange(with with { Text = with.Text.ReplaceLineEndings("\n") });
            (reply.SavedBy, reply.SavedAt) = (who.Id, time.GetUtcNow());
            reply.Version++;
            await db.AppendAsync(new AuditEvent("save-reply", "case", subject.Id, who.Id, $"version={reply.Version}"), time, cancellation);
        },
        cancellation);

    private async Task<SaveResult> SaveInsideAsync(Case subject, ReplyInput input, bool byHand, StaffIdentity who, CancellationToken cancellation)
    {
        var reply = await db.Replies.SingleOrDefaultAsync(r => r.CaseId == subject.Id, cancellation);
        var inWork = reply is { ApprovedNumber: null };
        if (reply is not null && input.ReplyVersion != (inWork ? reply.Version : 0))
        {
            return new SaveResult(reply, Conflict: !(inWork && Says(reply, input)));
        }

        if (inWork && !byHand && Says(reply!, input))
        {
            return new SaveResult(reply!, Conflict: false);
        }

        var origin = byHand || string.IsNullOrWhiteSpace(input.Text) ? null
            : inWork ? reply!.DraftId
            : await DraftAsync(subject, input.DraftId, cancellation);
        if (reply is null)
        {
            db.Replies.Add(reply = Blank(subject.Id));
        }
        else
        {
            reply.Version++;
        }

        if (!inWork)
        {
            reply.ForgetVersions();
        }

        (reply.DraftId, reply.ApprovedNumber) = (origin, null);
        Take(reply, input, who.Id);
        await db.AppendAsync(new AuditEvent("save-reply", "case", subject.Id, who.Id, $"version={reply.Version}"), time, cancellation);
        return new SaveResult(reply, Conflict: false);
    }

    // The page begins with the draft where there is one, so the first text that is saved comes from that one, also when a newer
    // one was made meanwhile.
    private async Task<long?> DraftAsync(Case subject, long? shown, CancellationToken cancellation) =>
        !subject.HidesSuggestion && await db.Drafts.AnyAsync(d => d.Id == shown && d.CaseId == subject.Id, cancellation) ? shown : null;

    private Reply Blank(long caseId) =>
        new() { CaseId = caseId, Recipient = "", Subject = "", Text = "", SavedBy = 0, SavedAt = time.GetUtcNow() };

    private void Take(Reply reply, ReplyInput input, long staff)
    {
        reply.Recipient = input.Recipient.Trim();
        reply.Subject = input.Subject.Trim();
        reply.Text = input.Text.ReplaceLineEndings("\n");
        reply.Channel = input.Channel;
        reply.AsksBack = input.AsksBack;
        reply.Ticked = input.Ticked;
        reply.AttachmentIds = input.AttachmentIds;
        (reply.SavedBy, reply.SavedAt) = (staff, time.GetUtcNow());
    }

    private static bool Says(Reply reply, ReplyInput input) =>
        reply.Recipient == input.Recipient.Trim() && reply.Subject == input.Subject.Trim()
        && reply.Text == input.Text.ReplaceLineEndings("\n") && reply.Channel == input.Channel && reply.AsksBack == input.AsksBack
        && reply.Ticked.SequenceEqual(input.Ticked) && reply.AttachmentIds.SequenceEqual(input.AttachmentIds);
}
