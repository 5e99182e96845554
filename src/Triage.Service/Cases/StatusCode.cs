using System.Security.Cryptography;
using System.Text;

namespace Triage.Service.Cases;

/// <summary>What a citizen needs besides the case number to see where their case stands: 80 random bits, stored hashed.</summary>
internal static class StatusCode
{
    // Crockford's base 32 without I, L, O, U: nothing that is misread on paper.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    /// <summary>A new code, such as "7K3M-QX2A-0B9C-DE4F" (16 × 5 bits).</summary>
    public static string New()
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return string.Join('-', code.Chunk(4).Select(c => new string(c)));
    }

    /// <summary>SHA-256 of the code as it may be typed: blanks, hyphens and case do not matter, O is 0, I and L are 1.</summary>
    public static string HashOf(string code)
    {
        var plain = string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }
}
