using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Service.Approving;
using Triage.Service.Cases;

namespace Triage.Service.Intake;

/// <summary>How a person who used the web form wants to be answered, and the place their concern is about.</summary>
internal sealed record Wish(AnswerChannel AnswerBy, string? Phone, string? PostalAddress, string? Place);

/// <summary>A case's <see cref="Wish"/>; none for a case that began with a mail. The whole row is erasable.</summary>
internal sealed class ContactWish
{
    public required long CaseId { get; init; }

    public required AnswerChannel AnswerBy { get; init; }

    public string? Phone { get; init; }

    /// <summary>Street, then postal code and town, joined by \n; the name is the case's.</summary>
    public string? PostalAddress { get; init; }

    public string? Place { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<ContactWish>
    {
        public void Configure(EntityTypeBuilder<ContactWish> builder)
        {
            builder.ToTable("contact_wishes");
            builder.HasKey(w => w.CaseId);
            builder.HasOne<Case>().WithOne().HasForeignKey<ContactWish>(w => w.CaseId);
        }
    }
}
