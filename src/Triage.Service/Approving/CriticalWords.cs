namespace Triage.Service.Approving;

/// <summary>Kinds of critical statements as people read them.</summary>
internal static class CriticalWords
{
    public static string Of(string kind) => kind switch
    {
        "amount" => "Betrag",
        "percentage" => "Prozentsatz",
        "date" => "Datum",
        "deadline" => "Frist",
        "duration" => "Dauer",
        "time" => "Uhrzeit",
        "phone" => "Telefonnummer",
        "email" => "E-Mail-Adresse",
        "url" => "Internetadresse",
        "address" => "Anschrift",
        "paragraph" => "Rechtsgrundlage",
        "office" => "Zuständigkeit",
        "form" => "Formular",
        "quantity" => "Anzahl",
        "promise" => "Zusage",
        _ => "Angabe",
    };
}
