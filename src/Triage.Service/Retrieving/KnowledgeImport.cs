using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Retrieving;

/// <summary>A file of an import: the article that it holds, or the reason why it holds none.</summary>
internal sealed record ImportItem(string File, KnowledgeArticle? Article, string? Reason);

/// <summary>Files that an editor uploaded or that changed in the folder, as they were read. Nothing of them is an article until the editor has seen the preview.</summary>
internal sealed class KnowledgeImport
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who uploaded them; null when they lie in the folder of articles.</summary>
    public required long? StaffId { get; init; }

    public required IReadOnlyList<ImportItem> Items { get; init; }

    /// <summary>Set when the editor took what they had chosen.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<KnowledgeImport>
    {
        public void Configure(EntityTypeBuilder<KnowledgeImport> builder)
        {
            builder.ToTable("knowledge_imports");
            builder.HasOne<Staff>().WithMany().HasForeignKey(i => i.StaffId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(i => i.Items).HasJson();
        }
    }
}
