using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Intake;

/// <summary>
/// A message exactly as it arrived. The bytes lie in the content store under their SHA-256; this row is committed
/// before the message is acknowledged to anybody, and everything else can be made again from it.
/// </summary>
internal sealed class RawMessage
{
    public long Id { get; init; }

    /// <summary>The source's name, such as "folder" or "web".</summary>
    public required string Source { get; init; }

    /// <summary>What the source knows the message by; unique within it, so that a second reading is no second case.</summary>
    public required string SourceKey { get; init; }

    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Set at once for a web message, whose sender waits for a number; by the reading step for mail.</summary>
    public long? CaseId { get; set; }

    /// <summary>What becomes of <see cref="SourceKey"/> when the message is erased: the message is still known, its file's name is not.</summary>
    public static string ErasedKey(string key) => $"erased:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";

    internal sealed class Configuration : IEntityTypeConfiguration<RawMessage>
    {
        public void Configure(EntityTypeBuilder<RawMessage> builder)
        {
            builder.HasIndex(r => new { r.Source, r.SourceKey }).IsUnique();
            builder.HasIndex(r => new { r.Source, r.Sha256 });
            builder.Property(r => r.Source).HasMaxLength(100);
            builder.Property(r => r.SourceKey).HasMaxLength(400);
            builder.Property(r => r.Sha256).HasMaxLength(64);
        }
    }
}
