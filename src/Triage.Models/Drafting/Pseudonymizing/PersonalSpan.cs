namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Types of personal data, as they are reported.</summary>
public static class PersonalDataTypes
{
    public const string Name = "name";
    public const string Address = "address";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Birthdate = "birthdate";
    public const string Iban = "iban";
    public const string IdNumber = "id_number";
    public const string CaseNumber = "case_number";
    public const string LicensePlate = "license_plate";
    public const string Other = "other";
}

/// <summary>Personal data in a text; <see cref="Start"/> in UTF-16 units, <see cref="Type"/> one of <see cref="PersonalDataTypes"/>.</summary>
public sealed record PersonalSpan(int Start, string Type, string Value)
{
    internal int End => Start + Value.Length;
}
