namespace Triage.Models.Triaging;

/// <summary>Probabilities from scores, without overflow.</summary>
internal static class Softmax
{
    public static double[] Of(double[] scores, double temperature)
    {
        var most = scores.Max();
        var powers = Array.ConvertAll(scores, s => Math.Exp((s - most) / temperature));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, p => p / sum);
    }

    /// <summary>Probabilities sharpened or flattened: proportional to p^(1/temperature).</summary>
    public static double[] Again(double[] probabilities, double temperature) =>
        Of(Array.ConvertAll(probabilities, p => Math.Log(Math.Max(p, 1e-12))), temperature);

    /// <summary>The probability (0 to 1) of "yes" from its log-odds.</summary>
    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Place of the greatest number, the first of equals.</summary>
    public static int Best(double[] numbers)
    {
        var best = 0;
        for (var i = 1; i < numbers.Length; i++)
        {
            best = numbers[i] > numbers[best] ? i : best;
        }

        return best;
    }
}
