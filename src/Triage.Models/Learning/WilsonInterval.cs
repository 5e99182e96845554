namespace Triage.Models.Learning;

/// <summary>
/// Wilson's score interval of 95 % for a share, both ends 0 to 1 (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927; method 3 of
/// R. G. Newcombe, Stat. Med. 17, 1998). It stays sensible for few cases and for shares of 0 and 1.
/// </summary>
public readonly record struct WilsonInterval(double Low, double High)
{
    // The 97.5th percentile of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The interval for <paramref name="hits"/> of <paramref name="cases"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no cases, or more hits than cases.</exception>
    public static WilsonInterval Of(int hits, int cases)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, cases);
        var share = (double)hits / cases;
        var scale = 1 + (Z * Z / cases);
        var centre = (share + (Z * Z / (2 * cases))) / scale;
        var half = Z / scale * Math.Sqrt((share * (1 - share) / cases) + (Z * Z / (4.0 * cases * cases)));
        return new WilsonInterval(hits == 0 ? 0 : centre - half, hits == cases ? 1 : centre + half);
    }
}
