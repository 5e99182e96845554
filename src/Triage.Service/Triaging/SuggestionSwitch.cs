using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Storage;

namespace Triage.Service.Triaging;

/// <summary>"KI-Vorschläge anhalten": one switch for the whole town, kept in the database.</summary>
internal sealed class SuggestionSwitch(TriageDbContext db, TimeProvider time)
{
    public Task<bool> ArePausedAsync(CancellationToken cancellation) =>
        db.Settings.AnyAsync(s => s.Key == Setting.SuggestionsPaused && s.Value == "true", cancellation);

    /// <summary>Pauses or resumes suggestions; cases taken in meanwhile get none.</summary>
    public Task SetAsync(bool paused, StaffIdentity who, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == Setting.SuggestionsPaused, cancellation);
            if (setting is null)
            {
                db.Settings.Add(setting = new Setting { Key = Setting.SuggestionsPaused, Value = "" });
            }

            setting.Value = paused ? "true" : "false";
            await db.AppendAsync(new AuditEvent("suggestions-paused", "setting", null, who.Id, $"paused={paused}"), time, cancellation);
        },
        cancellation);
}
