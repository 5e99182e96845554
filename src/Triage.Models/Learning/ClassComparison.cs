using System.Text.Json.Serialization;

namespace Triage.Models.Learning;

/// <summary>How a candidate finds the held-out rows of one class, against the model that serves, row by row.</summary>
/// <param name="Label">What is told apart: <see cref="ModelComparison.Department"/> and so on.</param>
/// <param name="Class">The class; null: all rows, right or wrong.</param>
/// <param name="Rows">Held-out rows of the class.</param>
/// <param name="Before">Rows that the serving model finds.</param>
/// <param name="Lost">Rows that it finds and the candidate does not.</param>
/// <param name="Won">Rows that the candidate finds and it does not.</param>
public sealed record ClassComparison(string Label, string? Class, int Rows, int Before, int Lost, int Won)
{
    // One or two rows are a matter of chance in a class of nine, as most topics have.
    private const int FewestRows = 3;

    private const double Chance = 0.05;

    /// <summary>Rows that the candidate finds.</summary>
    [JsonIgnore]
    public int After => Before - Lost + Won;

    /// <summary>
    /// The candidate finds really fewer. Rows that both find or both miss say nothing; of the others a candidate that is no
    /// worse loses half, so that losing so many is chance in fewer than one of twenty classes (the exact sign test, one-sided,
    /// McNemar 1947). In small classes no test can tell: there, three rows fewer that are half of what was found count too
    /// (of all rows: one of a hundred), and so does a class of which nothing is found any more.
    /// </summary>
    [JsonIgnore]
    public bool Falls
    {
        get
        {
            var fewer = Lost - Won;
            var muchFewer = fewer >= FewestRows && (Class is null ? fewer > Rows / 100.0 : fewer >= Before / 2.0);
            var gone = Class is not null && fewer >= 2 && After == 0;
            return fewer > 0 && (muchFewer || gone || ChanceOf(Lost, Lost + Won) <= Chance);
        }
    }

    // That at least so many of the rows fall on one side, where each side is equally likely.
    private static double ChanceOf(int lost, int rows)
    {
        var (term, sum) = (Math.Pow(0.5, rows), 0.0);
        for (var k = 0; k <= rows; k++)
        {
            sum += k >= lost ? term : 0;
            term *= (double)(rows - k) / (k + 1);
        }

        return sum;
    }
}
