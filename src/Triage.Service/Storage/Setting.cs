using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Triage.Service.Storage;

/// <summary>A switch that all instances share, such as "suggestions paused".</summary>
internal sealed class Setting
{
    public const string SuggestionsPaused = "suggestions-paused";

    public required string Key { get; init; }

    public required string Value { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Setting>
    {
        public void Configure(EntityTypeBuilder<Setting> builder) => builder.HasKey(s => s.Key);
    }
}
