using Microsoft.Extensions.Options;
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

    public ClassifierHost(EmbedderHost embedder, IOptions<TriagingOptions> options, ILogger<ClassifierHost> log)
    {
        var folder = options.Value.ModelFolder is { Length: > 0 } named ? named : Path.Combine(DataFolder.Find(), "models", "router");
        try
        {
            classifier = InquiryClassifier.Load(folder, embedder.Current, options.Value.TargetAccuracy);
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
