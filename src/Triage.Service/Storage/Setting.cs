using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Storage;

/// <summary>A switch that all instances share, such as "suggestions paused".</summary>
internal sealed class Setting
{
    public const string SuggestionsPaused = "suggestions-paused";

    /// <summary>Number and hash of the audit chain's last row, so that a tail which was cut off is missed.</summary>
    public const string AuditHead = "audit-head";

    /// <summary>The id of the promoted model; "" or no row: the one that came with the program.</summary>
    public const string ServingModel = "serving-model";

    public required string Key { get; init; }

    public required string Value { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Setting>
    {
        public void Configure(EntityTypeBuilder<Setting> builder) => builder.HasKey(s => s.Key);
    }
}
