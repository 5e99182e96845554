using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Accounts;

/// <summary>Who acts: a person who signs in, or the machine itself, which can never approve.</summary>
internal static class StaffKind
{
    public const string Human = "human";
    public const string Service = "service";
}

/// <summary>What a person may do. A person can have several roles.</summary>
internal static class StaffRole
{
    public const string Clerk = "clerk";
    public const string Supervisor = "supervisor";
    public const string Editor = "editor";
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Clerk, Supervisor, Editor, Administrator];

    /// <summary>The role as people read it.</summary>
    public static string German(string role) => role switch
    {
        Clerk => "Sachbearbeitung",
        Supervisor => "Leitung",
        Editor => "Wissensredaktion",
        Administrator => "Administration",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}

/// <summary>An account. The database refuses an approval by any account whose kind is not human.</summary>
internal sealed class Staff : IdentityUser<long>
{
    public string Kind { get; init; } = StaffKind.Human;

    public string DisplayName { get; set; } = "";

    /// <summary>Set when an administrator switches the account off; its sessions end with the next request.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Single-key shortcuts, which a person can switch off (WCAG 2.1.4).</summary>
    public bool Shortcuts { get; set; } = true;

    public List<StaffOffice> Offices { get; } = [];

    internal sealed class Configuration : IEntityTypeConfiguration<Staff>
    {
        public void Configure(EntityTypeBuilder<Staff> builder)
        {
            builder.ToTable("staff", t => t.HasCheckConstraint("ck_staff_kind", "\"Kind\" IN ('human','service')"));
            builder.Property(s => s.Kind).HasMaxLength(8);
            builder.Property(s => s.DisplayName).HasMaxLength(120);
            builder.HasAlternateKey(s => new { s.Id, s.Kind });
            builder.HasMany(s => s.Offices).WithOne().HasForeignKey(o => o.StaffId);
        }
    }
}

/// <summary>An office whose cases a person sees.</summary>
internal sealed record StaffOffice(long StaffId, string Department)
{
    internal sealed class Configuration : IEntityTypeConfiguration<StaffOffice>
    {
        public void Configure(EntityTypeBuilder<StaffOffice> builder) => builder.HasKey(o => new { o.StaffId, o.Department });
    }
}

/// <summary>A one-time link with which the first administrator makes an account. Only its hash is stored.</summary>
internal sealed class SetupLink
{
    public required string TokenHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<SetupLink>
    {
        public void Configure(EntityTypeBuilder<SetupLink> builder) => builder.HasKey(s => s.TokenHash);
    }
}
