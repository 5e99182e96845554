namespace Triage.Service.Tests.Intake;

/// <summary>Real time, moved forward at will; timers run as ever (a fake clock would fire each of theirs on the way).</summary>
internal sealed class MovedClock : TimeProvider
{
    private long ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));
}
