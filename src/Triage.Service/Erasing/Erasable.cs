using Triage.Service.Cases;

namespace Triage.Service.Erasing;

/// <summary>On what ground data are erased; it stands in the audit entry, so it holds no text.</summary>
internal enum ErasureReason
{
    /// <summary>The person asked for it (Art. 17 GDPR).</summary>
    Request,

    /// <summary>The town's retention period is over.</summary>
    Retention,

    /// <summary>The data should never have been stored.</summary>
    Unlawful,
}

/// <summary>
/// Cases that are erased together: a case and what was split off it hold the same message. <see cref="Refusal"/> says why it
/// cannot be now; null when it can.
/// </summary>
internal sealed record Erasable(IReadOnlyList<Case> Cases, string? Refusal)
{
    public long Id => Cases[0].Id;
}
