using System.Security.Cryptography;

namespace Triage.Service.Sending;

internal static class MessageIds
{
    /// <summary>
    /// A new Message-ID without angle brackets (RFC 5322, 3.6.4): 128 random bits, so that a reply which refers to it
    /// proves that its sender got our mail.
    /// </summary>
    public static string New(string domain) => $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{domain}";
}
