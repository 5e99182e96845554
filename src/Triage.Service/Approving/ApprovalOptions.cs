namespace Triage.Service.Approving;

/// <summary>Section "Approval".</summary>
internal sealed class ApprovalOptions
{
    /// <summary>Topics whose answers need two signatures by different people (Vier-Augen-Prinzip).</summary>
    public IReadOnlyList<string> FourEyesTopics { get; init; } = [];
}
