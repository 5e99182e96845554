namespace Triage.Service.Web;

/// <summary>What is wrong with a field, in German; <paramref name="Field"/> is the id of its input, "" for the form as a whole.</summary>
public sealed record FormError(string Field, string Text)
{
    /// <summary>What stands above it when it stands alone; null: that an entry is to be checked.</summary>
    public string? Title { get; init; }
}
