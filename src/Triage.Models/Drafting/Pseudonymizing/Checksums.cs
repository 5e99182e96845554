namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Check digits that tell a real number from any other row of digits.</summary>
internal static class Checksums
{
    /// <summary>ISO 13616: the rearranged number leaves 1 when divided by 97.</summary>
    public static bool Iban(string iban)
    {
        var bare = Bare(iban).ToUpperInvariant();
        if (bare.Length is < 15 or > 34)
        {
            return false;
        }

        var rest = 0;
        foreach (var c in bare[4..] + bare[..4])
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }

            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>The German tax id (§ 139b AO): ISO 7064 MOD 11,10 over eleven digits, the first not 0.</summary>
    public static bool TaxId(string number)
    {
        var digits = Bare(number);
        if (digits.Length != 11 || digits[0] == '0' || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var product = 10;
        foreach (var c in digits[..10])
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[10] - '0';
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
