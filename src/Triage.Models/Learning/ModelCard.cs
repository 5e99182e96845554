using System.Globalization;
using System.Text;
using Triage.Models.Triaging;

namespace Triage.Models.Learning;

/// <summary>Says in words what a router is, what it learned from and how far it can be trusted: modelcard.md.</summary>
internal static class ModelCard
{
    public static string Write(ModelManifest manifest)
    {
        var card = new StringBuilder();
        card.AppendLine(CultureInfo.InvariantCulture, $"""
            # Router {manifest.Version}

            Suggests office, topic, kind and urgency of a citizen's message to a German town. A person decides every case.

            - Learned from {manifest.Rows} labelled inquiries (SHA-256 {manifest.DataSha256}), seed {manifest.Seed}.
            - Separators of each class from all others (ML.NET, SDCA) on words, pairs of words, runs of four characters and signal
              words, joined with the sentence embedding {manifest.Embedding ?? "(none: n-grams alone)"}; a second set of
              models works on n-grams alone.
            - Probabilities are temperature-scaled, and thresholds chosen, on predictions for rows that the predicting model
              had not seen. Below its office's threshold a case goes to people undecided.

            Figures on those held-out rows (rates from 0 to 1; an author's style is on both sides of a fold, so expect less on
            mail of others):

            | | {string.Join(" | ", manifest.Figures.Keys)} |
            |---|{string.Concat(manifest.Figures.Keys.Select(_ => "---|"))}
            """);
        foreach (var property in typeof(TrainingFigures).GetProperties())
        {
            var cells = manifest.Figures.Values.Select(f =>
                property.GetValue(f) is double value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "–");
            card.AppendLine(CultureInfo.InvariantCulture, $"| {property.Name} | {string.Join(" | ", cells)} |");
        }

        card.AppendLine("""

            Not meant for: deciding without a person; messages in other languages than German, English, Turkish, Ukrainian,
            Russian, Arabic, Polish, French and Persian; judging people. The languages other than German rest on few examples.
            """);
        return card.ToString();
    }
}
