namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Adds the names that the rules missed, and takes back those that the model thinks impossible.</summary>
internal static class NameJudge
{
    // Chosen on the training inquiries with one author left out at a time: a name missed costs more than a word masked in vain.
    private const double Likely = 0.06;

    private const double LikelyBeside = 0.015;

    private const double Impossible = 0.02;

    public static void Find(SpanList spans) => Find(spans, NameModel.Shipped);

    internal static void Find(SpanList spans, NameModel model)
    {
        var tokens = NameTokens.Of(spans);
        var features = new NameFeatures(tokens);
        var scores = tokens.Select((t, i) => t.IsWord && t.Known != NameMark.Other ? model.Probability(features.Of(i)) : 0).ToArray();
        Refuse(spans, tokens, scores);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (scores[at] > Likely || (scores[at] > LikelyBeside && IsBesideName(spans, tokens[at])))
            {
                spans.Add(tokens[at].Start, tokens[at].Text.Length, PersonalDataTypes.Name);
            }
        }

        PersonFinder.Join(spans);
    }

    // A capitalised word that only a blank or a stroke parts from a name: "Levke Qorraj", where the model knows one of both.
    private static bool IsBesideName(SpanList spans, NameToken token) =>
        token.Shape is "Xx" or "XxX" && !NameLists.IsNoName(token.Text)
        && ((IsJoint(spans.Text, token.Start - 1) && IsName(spans, token.Start - 2)) || (IsJoint(spans.Text, token.End) && IsName(spans, token.End + 1)));

    private static void Refuse(SpanList spans, IReadOnlyList<NameToken> tokens, double[] scores)
    {
        foreach (var span in spans.Spans.Where(s => s.Type == PersonalDataTypes.Name).ToList())
        {
            var inside = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].IsWord && tokens[i].Start >= span.Start && tokens[i].End <= span.End);
            if (inside.Select(i => scores[i]).DefaultIfEmpty(1).Max() < Impossible)
            {
                spans.Remove(span);
            }
        }
    }

    private static bool IsJoint(string text, int at) => at >= 0 && at < text.Length && (text[at] is ' ' or '-');

    private static bool IsName(SpanList spans, int at) =>
        spans.Spans.Any(s => s.Type == PersonalDataTypes.Name && s.Start <= at && at < s.End);
}
