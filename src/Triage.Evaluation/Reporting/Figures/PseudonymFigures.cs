using Triage.Evaluation.Data;
using Triage.Evaluation.Triaging;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;

namespace Triage.Evaluation.Reporting.Figures;

/// <summary>How many values of one type are masked.</summary>
internal sealed record TypeRecall(string Type, int Values, Rate? Recall);

/// <summary>
/// Personal values of the golden inquiries: a value is found when every place where it stands is masked wholly.
/// <see cref="Precision"/>: spans that touch a personal value.
/// </summary>
internal sealed record PseudonymFigures(int Rows, int Spans, Rate? Recall, Rate? Precision, IReadOnlyList<TypeRecall> Types, int NotRestored)
{
    public static PseudonymFigures Of(IReadOnlyList<LabelledInquiry> rows)
    {
        var masked = rows.Select(Masked.Of).ToArray();
        var values = masked.SelectMany(m => m.Row.Pii.Select(p => (p.Type, Found: m.Hides(p.Value)))).ToArray();
        return new PseudonymFigures(
            rows.Count, masked.Sum(m => m.Spans.Count), Rates.Of(values, v => v.Found), Rates.Of([.. masked.SelectMany(m => m.Spans.Select(m.IsPersonal))], p => p),
            [.. values.GroupBy(v => v.Type).OrderByDescending(g => g.Count()).Select(g => new TypeRecall(g.Key, g.Count(), Rates.Of([.. g], v => v.Found)))],
            masked.Count(m => !m.Restored));
    }

    private sealed record Masked(LabelledInquiry Row, IReadOnlyList<FieldSpan> Spans, bool Restored)
    {
        public static Masked Of(LabelledInquiry row)
        {
            var pseudonyms = new Pseudonyms();
            var masked = Pseudonymizer.Mask(new Inquiry(row.Id, row.Subject, row.Text), pseudonyms);
            return new Masked(row, masked.Spans, pseudonyms.Restore(masked.Subject) == row.Subject && pseudonyms.Restore(masked.Text) == row.Text);
        }

        public bool Hides(string value) => Places(value).All(place => Enumerable.Range(place.Start, value.Length)
            .Where(i => char.IsLetterOrDigit(Text(place.Field)[i]))
            .All(i => Spans.Any(s => s.Field == place.Field && s.Start <= i && i < s.Start + s.Value.Length)));

        public bool IsPersonal(FieldSpan span) => Row.Pii.Any(p => Places(p.Value).Any(
            place => place.Field == span.Field && place.Start < span.Start + span.Value.Length && span.Start < place.Start + p.Value.Length));

        private string Text(string field) => field == "subject" ? Row.Subject : Row.Text;

        private IEnumerable<(string Field, int Start)> Places(string value) =>
            new[] { "subject", "text" }.SelectMany(field => Places(Text(field), value).Select(start => (field, start)));

        // Not inside a longer word: "Ulm" does not stand in "Ulmen".
        private static IEnumerable<int> Places(string text, string value)
        {
            bool Letter(int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
            for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
            {
                if (!(Letter(at - 1) && Letter(at)) && !(Letter(at + value.Length) && Letter(at + value.Length - 1)))
                {
                    yield return at;
                }
            }
        }
    }
}
