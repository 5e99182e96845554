using Triage.Service.Drafting;
using Triage.Service.Drafting.Summarizing;
using Triage.Service.Intake;
using Triage.Service.Sending;
using Triage.Service.Triaging;

namespace Triage.Service;

/// <summary>
/// The way of a message, from the stored original to a suggestion before a person. Approval and sending begin where
/// this ends, by a person's hand (Approving, Sending).
/// Each step computes first and then commits its effect together with the next step, under the lease's token: a killed
/// process leaves nothing that the next start does not pick up, and no effect happens twice.
/// </summary>
internal sealed class InquiryPipeline(WorkQueue queue, ReadStep read, AcknowledgeStep acknowledge, ClassifyStep classify, DraftStep draft, SummarizeStep summarize)
{
    /// <summary>Runs one step of one message.</summary>
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        var effect = work.Step switch
        {
            PipelineStep.Read => await read.PrepareAsync(work, cancellation),
            PipelineStep.Acknowledge => await acknowledge.PrepareAsync(work, cancellation),
            PipelineStep.Classify => await classify.PrepareAsync(work, cancellation),
            PipelineStep.Draft => await draft.PrepareAsync(work, cancellation),
            PipelineStep.Summarize => await summarize.PrepareAsync(work, cancellation),
            _ => throw new InvalidOperationException($"There is no step {work.Step}."),
        };
        await queue.CommitAsync(work, effect, After(work.Step), cancellation);
    }

    private PipelineStep? After(PipelineStep step) => step switch
    {
        PipelineStep.Read => PipelineStep.Acknowledge,
        PipelineStep.Acknowledge => PipelineStep.Classify,
        PipelineStep.Classify => PipelineStep.Draft,
        PipelineStep.Draft when summarize.IsConfigured => PipelineStep.Summarize,
        _ => null,
    };
}
