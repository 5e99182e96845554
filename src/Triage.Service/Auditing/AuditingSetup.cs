using Triage.Service.Storage;

namespace Triage.Service.Auditing;

internal static class AuditingSetup
{
    /// <summary>The command <c>verify-audit</c>: exit code 0 when the chain is whole, 1 with the first bad row otherwise.</summary>
    public static async Task<int> VerifyAuditAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var bad = await scope.ServiceProvider.GetRequiredService<TriageDbContext>().FirstBadRowAsync(CancellationToken.None);
        Console.WriteLine(bad is null
            ? "The audit chain is whole."
            : $"The audit chain breaks at row {bad}: it was changed, removed, or written past the program.");
        return bad is null ? 0 : 1;
    }
}
