using Microsoft.AspNetCore.Identity;

namespace Triage.Service.Accounts;

/// <summary>What people read when an account cannot be made or changed.</summary>
internal sealed class GermanIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error("Dieser Anmeldename ist schon vergeben.");

    public override IdentityError InvalidUserName(string? userName) =>
        Error("Der Anmeldename darf nur Buchstaben ohne Umlaute, Ziffern und die Zeichen - . _ @ + enthalten.");

    public override IdentityError PasswordTooShort(int length) => Error($"Das Passwort braucht mindestens {length} Zeichen.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error($"Das Passwort braucht mindestens {uniqueChars} verschiedene Zeichen.");

    public override IdentityError PasswordMismatch() => Error("Das bisherige Passwort stimmt nicht.");

    public override IdentityError ConcurrencyFailure() => Error("Jemand anderes hat dieses Konto gerade geändert. Bitte laden Sie die Seite neu.");

    public override IdentityError DefaultError() => Error("Das Konto konnte nicht geändert werden.");

    private static IdentityError Error(string text) => new() { Code = text, Description = text };
}
