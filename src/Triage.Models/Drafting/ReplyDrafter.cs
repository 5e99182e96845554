using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;

namespace Triage.Models.Drafting;

/// <summary>
/// Drafts with the town's standard answer where the topic has one, with the language model where there is one and its answer
/// can be used, otherwise from the passages alone.
/// </summary>
public sealed class ReplyDrafter(ReplyComposer composer, LanguageModelDrafter? model)
{
    /// <summary>Null where no draft may be made: an objection, or a message that wants nothing.</summary>
    /// <param name="request">One case.</param>
    /// <param name="progress">How far the language model is; told nothing where none is asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DraftResult?> DraftAsync(DraftRequest request, IProgress<ModelProgress>? progress, CancellationToken cancellation)
    {
        if (!ReplyComposer.MayDraft(request))
        {
            return null;
        }

        // Without a source a model has nothing to say that could be right, and what a person wrote for the topic needs no model.
        var outcome = model is null || request.Found.NoSource || request.Fitting is not null ? null : await model.DraftAsync(request, progress, cancellation);
        if (outcome?.Value is { } draft)
        {
            return new DraftResult(draft, null, outcome.Use);
        }

        return await composer.ComposeAsync(request, cancellation) is { } composed ? new DraftResult(composed, outcome?.Reason, outcome?.Use) : null;
    }
}
