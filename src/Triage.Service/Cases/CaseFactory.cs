using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>Opens cases: number, due date, and the draw for the blind check.</summary>
internal sealed class CaseFactory(IOptions<IntakeOptions> options)
{
    private readonly WorkingCalendar calendar = WorkingCalendar.For(options.Value.Land);

    /// <summary>Adds a new case inside the caller's transaction and gives it its id.</summary>
    public async Task<Case> OpenAsync(
        TriageDbContext db, CaseChannel channel, NewCase fresh, DateTimeOffset now, CancellationToken cancellation, long? possibleFollowUpOf = null)
    {
        var local = German.Local(now);
        var opened = new Case
        {
            Number = await db.NextCaseNumberAsync(options.Value.CaseNumberPrefix, local.Year, cancellation),
            Channel = channel,
            Subject = fresh.Subject,
            CitizenName = fresh.Name,
            CitizenAddress = fresh.Address,
            WithoutAi = fresh.WithoutAi,
            PlainLanguage = fresh.PlainLanguage,
            StatusCodeHash = fresh.StatusCodeHash.Length == 0 ? null : fresh.StatusCodeHash,
            CreatedAt = now,
            DueAt = DueAt(now, urgent: false),
            BlindCheck = fresh is { WithoutAi: false, ByPerson: false } && IsDrawn(),
            PossibleFollowUpOf = possibleFollowUpOf,
        };
        db.Cases.Add(opened);
        await db.SaveChangesAsync(cancellation);
        return opened;
    }

    /// <summary>The end of the working day on which an answer is due: today when urgent.</summary>
    public DateTimeOffset DueAt(DateTimeOffset received, bool urgent)
    {
        var day = DateOnly.FromDateTime(German.Local(received).Date);
        var due = urgent ? calendar.ThisOrNext(day) : calendar.AddWorkingDays(day, options.Value.AnswerWorkingDays);
        return German.EndOfDay(due);
    }

    private bool IsDrawn() => options.Value.BlindCheckEvery > 0 && RandomNumberGenerator.GetInt32(options.Value.BlindCheckEvery) == 0;
}
