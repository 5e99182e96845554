using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Cases;

/// <summary>Whoever re-routed a case may still read it.</summary>
internal sealed record CaseReadLink(long CaseId, long StaffId)
{
    internal sealed class Configuration : IEntityTypeConfiguration<CaseReadLink>
    {
        public void Configure(EntityTypeBuilder<CaseReadLink> builder) => builder.HasKey(l => new { l.CaseId, l.StaffId });
    }
}

/// <summary>Who looks at a case just now, so that colleagues see it (a row, because instances share nothing in memory).</summary>
internal sealed class CasePresence
{
    public required long CaseId { get; init; }

    public required long StaffId { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CasePresence>
    {
        public void Configure(EntityTypeBuilder<CasePresence> builder) => builder.HasKey(p => new { p.CaseId, p.StaffId });
    }
}
