using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving;

/// <summary>Reports at once and on the thread that works; Progress&lt;T&gt; would do so later and on another.</summary>
internal sealed class DirectProgress(Action<IndexProgress> report) : IProgress<IndexProgress>
{
    public void Report(IndexProgress value) => report(value);
}
