namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>A message and the names in it, each an exact part of the text.</summary>
public sealed record NamedText(string Text, IReadOnlyList<string> Names);

/// <summary>
/// Learns <see cref="NameModel"/>: logistic regression by stochastic gradient with AdaGrad steps (Duchi et al., 2011) and an L2
/// penalty of 1 on the summed loss. The same rows give the same model.
/// </summary>
public static class NameTrainer
{
    private const int Epochs = 12;
    private const int MinCount = 3;
    private const float Step = 0.3f;
    private const float Smallest = 0.04f;

    public static NameModel Train(IReadOnlyList<NamedText> texts)
    {
        var examples = texts.SelectMany(Examples).ToArray();
        var known = examples.CountBy(e => e.Token.Word).Where(w => w.Value >= MinCount).Select(w => w.Key).ToHashSet();
        var all = Array.ConvertAll(examples, e => (Features: (string[])[known.Contains(e.Token.Word) ? e.Token.Word : e.Token.Unknown, .. e.Token.Others], e.IsName));
        var counts = all.SelectMany(e => e.Features).CountBy(f => f).Where(f => f.Value >= MinCount).ToArray();
        var index = counts.Select((feature, i) => (feature.Key, i)).ToDictionary(f => f.Key, f => f.i);
        var rows = Array.ConvertAll(all, e => (Features: e.Features.Where(index.ContainsKey).Select(f => index[f]).ToArray(), e.IsName));
        var weights = Fit(rows, [.. counts.Select(f => 1f / f.Value)]);

        // A word stays in the list with a weight of nothing: that it is known is what counts.
        return new NameModel(index.Where(f => Math.Abs(weights[f.Value]) >= Smallest || known.Contains(f.Key))
            .ToDictionary(f => f.Key, f => Math.Abs(weights[f.Value]) >= Smallest ? weights[f.Value] : 0));
    }

    private static float[] Fit((int[] Features, bool IsName)[] rows, float[] penalties)
    {
        var weights = new float[penalties.Length];
        var squares = new float[penalties.Length];
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(rows);
            foreach (var (features, isName) in rows)
            {
                var error = (float)(1 / (1 + Math.Exp(-features.Sum(f => weights[f])))) - (isName ? 1 : 0);
                foreach (var f in features)
                {
                    var slope = error + (weights[f] * penalties[f]);
                    squares[f] += slope * slope;
                    weights[f] -= Step * slope / (MathF.Sqrt(squares[f]) + 1e-6f);
                }
            }
        }

        return weights;
    }

    private static IEnumerable<(TokenFeatures Token, bool IsName)> Examples(NamedText row)
    {
        var isName = new bool[row.Text.Length];
        foreach (var name in row.Names)
        {
            for (var at = row.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = row.Text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                isName.AsSpan(at, name.Length).Fill(true);
            }
        }

        var spans = PersonalDataFinder.ByRules(row.Text);
        var tokens = NameTokens.Of(spans);
        var features = new NameFeatures(tokens);
        return Enumerable.Range(0, tokens.Count).Where(i => tokens[i].IsWord && tokens[i].Known != NameMark.Other)
            .Select(i => (features.Of(i), isName[tokens[i].Start]));
    }
}
