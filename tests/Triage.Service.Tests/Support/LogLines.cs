using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Triage.Service.Tests.Support;

/// <summary>All that a host logged, with exceptions and properties.</summary>
internal sealed class LogLines : ILogEventSink
{
    public ConcurrentBag<string> All { get; } = [];

    public void Emit(LogEvent logEvent) =>
        All.Add($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception} {string.Join(' ', logEvent.Properties.Values)}");
}
