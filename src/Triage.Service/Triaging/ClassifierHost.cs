using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Service.Triaging;

/// <summary>
/// Holds the classifier. A missing or damaged model leaves the service working without suggestions (faults 29 and 30); what
/// is wrong stands on the status page.
/// </summary>
internal sealed partial class ClassifierHost
{
    private readonly InquiryClassifier? classifier;

    public ClassifierHost(EmbedderHost embedder, ILogger<ClassifierHost> log)
    {
        try
        {
            classifier = InquiryClassifier.Load(Path.Combine(DataFolder.Find(), "models", "router"), embedder.Current);
        }
        catch (ModelException e)
        {
            Problem = e.Message;
            LogUnusable(log, e.Message);
        }
    }

    /// <summary>Null: there is no usable model.</summary>
    public InquiryClassifier? Current => classifier;

    /// <summary>Why there is none; null when all is well.</summary>
    public string? Problem { get; }

    [LoggerMessage(LogLevel.Error, "No classifier, cases go to people without a suggestion: {Problem}")]
    private static partial void LogUnusable(ILogger log, string problem);
}
