namespace Triage.Models.Learning;

/// <summary>Gradient descent with a step of its own for each number (Kingma and Ba 2015), from 0.</summary>
internal sealed class Adam(int size, float rate)
{
    private const float First = 0.9f;
    private const float Second = 0.999f;
    private const float Least = 1e-8f;

    private readonly float[] drift = new float[size];
    private readonly float[] spread = new float[size];
    private int steps;

    public float[] Values { get; } = new float[size];

    /// <param name="gradient">Of the loss without the decay.</param>
    /// <param name="decay">Weight of half the sum of squares in the loss.</param>
    public void Step(float[] gradient, float decay)
    {
        steps++;
        var (one, two) = (1 - MathF.Pow(First, steps), 1 - MathF.Pow(Second, steps));
        for (var i = 0; i < Values.Length; i++)
        {
            var slope = gradient[i] + (decay * Values[i]);
            drift[i] = (First * drift[i]) + ((1 - First) * slope);
            spread[i] = (Second * spread[i]) + ((1 - Second) * slope * slope);
            Values[i] -= rate * (drift[i] / one) / (MathF.Sqrt(spread[i] / two) + Least);
        }
    }
}
