using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Storage;

namespace Triage.Service.Cases;

/// <summary>The last case number given in a year.</summary>
internal sealed class CaseNumberCounter
{
    public required int Year { get; init; }

    public required int Last { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CaseNumberCounter>
    {
        public void Configure(EntityTypeBuilder<CaseNumberCounter> builder)
        {
            builder.ToTable("case_numbers");
            builder.HasKey(c => c.Year);
            builder.Property(c => c.Year).ValueGeneratedNever();
        }
    }
}

internal static class CaseNumbers
{
    /// <summary>The next number of the year, such as MU-2026-000123. Part of the caller's transaction, which serialises callers.</summary>
    public static async Task<string> NextCaseNumberAsync(this TriageDbContext db, string prefix, int year, CancellationToken cancellation)
    {
        // One statement, so that two instances on PostgreSQL wait for each other instead of reading the same number.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO case_numbers ("Year", "Last") VALUES ({year}, 1)
            ON CONFLICT ("Year") DO UPDATE SET "Last" = case_numbers."Last" + 1
            """, cancellation);
        var last = await db.CaseNumbers.AsNoTracking().Where(c => c.Year == year).Select(c => c.Last).SingleAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-{last:000000}");
    }
}
