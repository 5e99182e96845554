using System.Security.Cryptography;
using System.Text;

namespace Triage.Service.Sending;

internal static class MailHash
{
    /// <summary>
    /// SHA-256 (64 lower-case hexadecimal digits) over the MIME bytes and the envelope: sender, then the recipients
    /// sorted by ordinal, each ended by a line feed. Parts are preceded by their length, so that no byte can move
    /// from one to the other.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> mime, string sender, IEnumerable<string> recipients)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes((long)mime.Length));
        hash.AppendData(mime);
        var envelope = string.Concat(recipients.Order(StringComparer.Ordinal).Prepend(sender).Select(a => a + "\n"));
        hash.AppendData(Encoding.UTF8.GetBytes(envelope));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
