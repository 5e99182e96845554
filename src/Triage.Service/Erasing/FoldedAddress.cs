using System.Globalization;
using System.Text;

namespace Triage.Service.Erasing;

internal static class FoldedAddress
{
    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// An address as it is compared: without regard to case, to how an umlaut is composed (Unicode NFC), and to whether the domain
    /// stands in letters or in Punycode (RFC 5891). What is no address comes back in lower case.
    /// </summary>
    public static string Of(string address)
    {
        var lower = address.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = lower.LastIndexOf('@') + 1;
        try
        {
            return at is 0 ? lower : lower[..at] + Idn.GetUnicode(lower[at..]);
        }
        catch (ArgumentException)
        {
            return lower;
        }
    }
}
