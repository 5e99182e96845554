using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Triage.Service.Web;

/// <summary>A fact that went through a browser unread and unchanged, and when it was sealed.</summary>
internal sealed record Sealed<T>(DateTimeOffset At, T Fact);

/// <summary>Encrypts and signs small facts for hidden fields and cookies, so that the server need not remember them.</summary>
internal sealed class Seal(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Seals the fact; what was sealed for one purpose opens for no other.</summary>
    public string Close<T>(string purpose, T fact) =>
        Protector(purpose).Protect(JsonSerializer.Serialize(new Sealed<T>(time.GetUtcNow(), fact)));

    /// <summary>The fact as it was sealed, or null when the text is missing, changed, for another purpose, or older than that.</summary>
    public Sealed<T>? Open<T>(string purpose, string? text, TimeSpan atMost)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var opened = JsonSerializer.Deserialize<Sealed<T>>(Protector(purpose).Unprotect(text));
            return opened is not null && time.GetUtcNow() - opened.At <= atMost ? opened : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector($"Triage.{purpose}");
}
