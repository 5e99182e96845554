namespace Triage.Models.Drafting.LanguageModels;

/// <summary>Leaves an endpoint alone for a while after several failures in a row, so that no clerk waits for a dead server.</summary>
internal sealed class CircuitBreaker(int failures, TimeSpan pause, TimeProvider time)
{
    private readonly Lock guard = new();
    private int inARow;
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;

    public bool IsOpen
    {
        get
        {
            lock (guard)
            {
                return time.GetUtcNow() < closedUntil;
            }
        }
    }

    public void Succeeded()
    {
        lock (guard)
        {
            inARow = 0;
        }
    }

    public void Failed()
    {
        lock (guard)
        {
            if (++inARow >= failures)
            {
                closedUntil = time.GetUtcNow() + pause;
                inARow = failures - 1;
            }
        }
    }
}
