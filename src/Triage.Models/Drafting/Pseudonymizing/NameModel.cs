using System.Globalization;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>
/// A logistic model of whether a word is part of a person's name. It catches what no list and no pattern knows ("der Steinmetz
/// Rohde", "riemann" under a mail in small letters), and refuses what only looks like a name.
/// </summary>
public sealed class NameModel
{
    /// <summary>The model that ships with the program; the command <c>names</c> makes it.</summary>
    internal static NameModel Shipped { get; } = Read();

    private readonly Dictionary<string, float> weights;

    internal NameModel(Dictionary<string, float> weights) => this.weights = weights;

    /// <summary>Features that are left after pruning.</summary>
    public int Size => weights.Count;

    /// <summary>Writes one feature and weight a line, sorted, so that two versions can be compared.</summary>
    public void Save(string file) => File.WriteAllLines(file, weights.OrderBy(w => w.Key, StringComparer.Ordinal)
        .Select(w => $"{w.Key}\t{w.Value.ToString("0.##", CultureInfo.InvariantCulture)}"));

    /// <summary>0 to 1.</summary>
    internal double Probability(TokenFeatures token)
    {
        double sum = weights.TryGetValue(token.Word, out var known) ? known : weights.GetValueOrDefault(token.Unknown);
        foreach (var feature in token.Others)
        {
            sum += weights.GetValueOrDefault(feature);
        }

        return Softmax.Logistic(sum);
    }

    private static NameModel Read() => new(Resource.Text("Pseudonymizing.name-weights.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))
        .ToDictionary(cells => cells[0], cells => float.Parse(cells[1], CultureInfo.InvariantCulture)));
}
