using Triage.Service.Approving;
using Triage.Service.Sending;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>What a citizen must correct before a form can be taken, in the order of the form.</summary>
internal static class InquiryFormCheck
{
    /// <summary>The longest text, in UTF-16 units: some eight pages.</summary>
    public const int MaxText = 20_000;

    public const int MaxFiles = 5;

    /// <summary>All files together, in bytes.</summary>
    public const long MaxFileBytes = 20 * 1024 * 1024;

    public static IReadOnlyList<FormError> Errors(InquiryForm form, IReadOnlyList<IFormFile> files) =>
        [.. Text("anliegen", form.Text), .. Lengths(form), .. Contact(form), .. Files(files)];

    /// <summary>A text that must be there and not be too long.</summary>
    public static IEnumerable<FormError> Text(string field, string text)
    {
        if (text.Length == 0)
        {
            yield return new(field, "Schreiben Sie Ihr Anliegen in das Feld.");
        }
        else if (text.Length > MaxText)
        {
            yield return new(field, $"Ihr Text ist zu lang. Kürzen Sie ihn bitte auf {MaxText} Zeichen, oder hängen Sie ihn als Datei an.");
        }
    }

    /// <summary>Number and size of the files.</summary>
    public static IEnumerable<FormError> Files(IReadOnlyList<IFormFile> files)
    {
        if (files.Count > MaxFiles)
        {
            yield return new("anhang", $"Sie können höchstens {MaxFiles} Dateien mitschicken.");
        }

        if (files.Sum(f => f.Length) > MaxFileBytes)
        {
            yield return new("anhang", "Ihre Dateien sind zusammen größer als 20 MB. Bitte wählen Sie weniger oder kleinere Dateien.");
        }
    }

    private static IEnumerable<FormError> Lengths(InquiryForm form) =>
        new[] { ("betreff", form.Subject), ("ort", form.Place), ("name", form.Name), ("email", form.Email), ("telefon", form.Phone),
            ("strasse", form.Street), ("plz", form.PostalCode), ("stadt", form.City) }
            .Where(f => f.Item2.Length > 200).Select(f => new FormError(f.Item1, "Diese Angabe ist zu lang. Möglich sind 200 Zeichen."));

    private static IEnumerable<FormError> Contact(InquiryForm form)
    {
        if (form.AnswerBy == AnswerChannel.Email ? !IsEmail(form.Email) : form.Email.Length > 0 && !IsEmail(form.Email))
        {
            yield return new("email", "Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel name@example.de.");
        }

        if (form.AnswerBy == AnswerChannel.Phone && form.Phone.Count(char.IsAsciiDigit) < 5)
        {
            yield return new("telefon", "Schreiben Sie die Telefonnummer, unter der wir Sie erreichen.");
        }

        foreach (var error in form.AnswerBy == AnswerChannel.Letter ? Letter(form) : [])
        {
            yield return error;
        }
    }

    private static IEnumerable<FormError> Letter(InquiryForm form)
    {
        if (form.Name.Length == 0)
        {
            yield return new("name", "Schreiben Sie Ihren Namen. Ohne Namen kommt ein Brief nicht an.");
        }

        if (form.Street.Length == 0)
        {
            yield return new("strasse", "Schreiben Sie Straße und Hausnummer.");
        }

        if (form.PostalCode.Length < 4 || form.City.Length == 0)
        {
            yield return new(form.PostalCode.Length < 4 ? "plz" : "stadt", "Schreiben Sie Postleitzahl und Ort.");
        }
    }

    private static bool IsEmail(string address) =>
        MailWriter.IsAddress(address) && address[(address.LastIndexOf('@') + 1)..].Trim('.').Contains('.', StringComparison.Ordinal);
}
