using Triage.Models.Inquiries;

namespace Triage.Evaluation.Data;

/// <summary>The rules that every inquiry row keeps (data/inquiries/README.md).</summary>
internal static class InquiryChecks
{
    private static readonly HashSet<string> Channels = ["email", "web"];
    private static readonly HashSet<string> Languages = ["de", "en", "tr", "uk", "ru", "ar", "pl", "fr", "fa"];
    private static readonly HashSet<string> PersonalTypes =
        ["name", "address", "phone", "email", "birthdate", "iban", "id_number", "case_number", "license_plate", "other"];

    private const string NoInquiry = "kein_anliegen";

    /// <summary>Everything wrong with the rows' labels, ids and personal values.</summary>
    public static IEnumerable<DataProblem> Check(IReadOnlyList<LabelledInquiry> rows, Municipality town)
    {
        foreach (var twice in rows.GroupBy(r => r.Id).Where(g => g.Count() > 1))
        {
            yield return new DataProblem(twice.Key, "the id stands more than once");
        }

        foreach (var problem in rows.SelectMany(r => Check(r, town).Select(what => new DataProblem(r.Id, what))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Check(LabelledInquiry row, Municipality town) =>
        Form(row).Concat(Labels(row, town)).Concat(row.Pii.SelectMany(p => Personal(row, p)));

    private static IEnumerable<string> Form(LabelledInquiry row)
    {
        if (!Channels.Contains(row.Channel))
        {
            yield return $"unknown channel '{row.Channel}'";
        }

        if (!Languages.Contains(row.Lang))
        {
            yield return $"unknown language '{row.Lang}'";
        }

        if (string.IsNullOrWhiteSpace(row.Text))
        {
            yield return "no text";
        }

        if (string.IsNullOrWhiteSpace(row.Author))
        {
            yield return "no author";
        }
    }

    private static IEnumerable<string> Labels(LabelledInquiry row, Municipality town)
    {
        if (town.Kind(row.Kind) is null)
        {
            yield return $"unknown kind '{row.Kind}'";
        }

        if (row.Kind == NoInquiry ? row.Department.Length > 0 || row.Topic is not null : town.Topic(row.Topic)?.Department != row.Department)
        {
            yield return $"topic '{row.Topic}' does not belong to office '{row.Department}'";
        }

        foreach (var also in row.Also.Where(a => town.Topic(a) is null || a == row.Topic))
        {
            yield return $"'{also}' is no further topic";
        }
    }

    private static IEnumerable<string> Personal(LabelledInquiry row, PersonalValue value)
    {
        if (!PersonalTypes.Contains(value.Type))
        {
            yield return $"unknown pii type '{value.Type}'";
        }

        if (!row.Subject.Contains(value.Value, StringComparison.Ordinal) && !row.Text.Contains(value.Value, StringComparison.Ordinal))
        {
            yield return $"the pii value '{value.Value}' is not in the row";
        }
    }
}
