using System.Collections.Concurrent;
using Triage.Models.Drafting.LanguageModels;

namespace Triage.Service.Drafting;

/// <summary>
/// How far the language model is with the drafts that this process makes. It lies in memory because it is comfort: another
/// instance, or this one after a restart, says only that the draft is being made.
/// </summary>
internal sealed class DraftsInWork(TimeProvider time)
{
    /// <summary>Seconds are told in such steps, so that a screen reader does not hear every one.</summary>
    private const int Step = 10;

    private readonly ConcurrentDictionary<long, Run> runs = [];

    /// <summary>Takes the reports of one draft until it is disposed.</summary>
    public Run Begin(long caseId) => new(runs, caseId, time);

    /// <summary>How far the case's draft is, in words; null when no model works on it here.</summary>
    public string? Words(long caseId)
    {
        if (!runs.TryGetValue(caseId, out var run) || run.Last is not { } last)
        {
            return null;
        }

        var seconds = (int)time.GetElapsedTime(run.Since).TotalSeconds / Step * Step;
        var attempt = last.Attempt == 1 ? "" : "Der erste Versuch ist gescheitert. Zweiter Versuch: ";
        return attempt + last.Stage switch
        {
            ModelStage.Waiting => "Das Sprachmodell ist gefragt und hat noch nicht geantwortet.",
            ModelStage.Writing => "Das Sprachmodell schreibt.",
            _ => "Der Entwurf ist geschrieben und wird geprüft.",
        } + (seconds == 0 ? "" : $" Bisher {seconds} von höchstens {last.Deadline.TotalSeconds:0} Sekunden.");
    }

    internal sealed class Run(ConcurrentDictionary<long, Run> runs, long caseId, TimeProvider time) : IProgress<ModelProgress>, IDisposable
    {
        /// <summary>The newest report; null while the model has not been asked.</summary>
        public ModelProgress? Last { get; private set; }

        /// <summary>When the model was first asked, as a timestamp of the clock.</summary>
        public long Since { get; private set; }

        public void Report(ModelProgress value)
        {
            if (Last is null)
            {
                Since = time.GetTimestamp();
            }

            Last = value;
            runs[caseId] = this;
        }

        public void Dispose() => runs.TryRemove(KeyValuePair.Create(caseId, this));
    }
}
