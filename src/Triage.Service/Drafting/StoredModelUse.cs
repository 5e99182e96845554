using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Inquiries;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Drafting;

/// <summary>What a language model was asked for a case, and what it cost. It holds no text.</summary>
internal sealed class StoredModelUse
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name and version of the prompt, which tells the purpose.</summary>
    public required string Prompt { get; init; }

    public required string Model { get; init; }

    public required int Requests { get; init; }

    public required long InputTokens { get; init; }

    public required long OutputTokens { get; init; }

    /// <summary>Millionths of a euro, at the prices of that day.</summary>
    public required long MicroEuros { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredModelUse>
    {
        public void Configure(EntityTypeBuilder<StoredModelUse> builder)
        {
            builder.ToTable("model_uses");
            builder.HasOne<Case>().WithMany().HasForeignKey(u => u.CaseId);
            builder.HasIndex(u => u.At);
            builder.Property(u => u.Prompt).HasMaxLength(40);
            builder.Property(u => u.Model).HasMaxLength(200);
        }
    }
}

internal static class ModelUses
{
    private const int Days = 30;
    private const long OneCent = 10_000;

    /// <summary>Requests, tokens and costs of the last 30 days, as an operator reads them; null when nothing was asked.</summary>
    public static async Task<string?> LastDaysAsync(this TriageDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().AddDays(-Days);
        var uses = db.ModelUses.Where(u => u.At >= since);
        var (requests, tokens, cost) = (await uses.SumAsync(u => u.Requests, cancellation), await uses.SumAsync(u => u.InputTokens + u.OutputTokens, cancellation), await uses.SumAsync(u => u.MicroEuros, cancellation));
        return requests == 0 ? null : string.Create(German.Culture, $"{requests:N0} in {Days} Tagen, {tokens:N0} Tokens{Price(cost)}");
    }

    // Nothing is said where prices are not set.
    internal static string Price(long microEuros) => microEuros switch
    {
        0 => "",
        < OneCent => ", unter 0,01 Euro",
        _ => string.Create(German.Culture, $", {microEuros / 1e6:N2} Euro"),
    };

    /// <summary>Adds what was asked, to be saved with the caller's change; nothing when nothing was.</summary>
    public static void Record(this TriageDbContext db, ModelUse? use, long caseId, TimeProvider time)
    {
        if (use is { Requests: > 0 })
        {
            db.ModelUses.Add(new StoredModelUse
            {
                CaseId = caseId,
                At = time.GetUtcNow(),
                Prompt = use.Prompt,
                Model = use.Model,
                Requests = use.Requests,
                InputTokens = use.InputTokens,
                OutputTokens = use.OutputTokens,
                MicroEuros = use.MicroEuros,
            });
        }
    }
}
