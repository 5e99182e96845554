using System.Globalization;
using Triage.Models.Inquiries;
using Triage.Models.Splitting;
using Triage.Service.Web;

namespace Triage.Service.Cases.Splitting;

/// <summary>The split page's fields as they were sent or, on the first visit, as they are suggested.</summary>
internal sealed record SplitForm(IReadOnlyList<int> Chosen, string Target, string Subject, IReadOnlyList<long> FileIds, string? Topic, int Version)
{
    public static SplitForm Read(IFormCollection form) => new(
        [.. Numbers(form["Saetze"]).Select(n => (int)n)],
        form["Ziel"].ToString(),
        form["Betreff"].ToString().Trim(),
        [.. Numbers(form["Anlagen"])],
        form["Thema"].ToString() is { Length: > 0 } topic ? topic : null,
        int.TryParse(form["Version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);

    /// <summary>What is wrong with it; empty when it can be done.</summary>
    public IReadOnlyList<FormError> Errors(IReadOnlyList<TextPlace> sentences, Municipality town)
    {
        var errors = new List<FormError>();
        var chosen = Chosen.Where(i => i < sentences.Count).Distinct().Count();
        if (chosen == 0)
        {
            errors.Add(new FormError("Saetze", "Bitte wählen Sie mindestens einen Satz."));
        }
        else if (chosen == sentences.Count && chosen > 1)
        {
            errors.Add(new FormError("Saetze", "Bitte lassen Sie mindestens einen Satz hier. Gehört alles zu einem anderen Amt, geben Sie den Vorgang ab."));
        }

        if (Cases.Target.Parse(Target, town) is null)
        {
            errors.Add(new FormError("Ziel", "Bitte wählen Sie ein Amt oder „Zu klären“."));
        }

        if (Subject.Length > SplitChoice.MaxSubject)
        {
            errors.Add(new FormError("Betreff", $"Bitte kürzen Sie den Betreff auf {SplitChoice.MaxSubject} Zeichen."));
        }

        return errors;
    }

    private static IEnumerable<long> Numbers(IEnumerable<string?> values) => values
        .Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1L).Where(n => n >= 0).Distinct();
}
