namespace Triage.Models.Retrieving;

/// <summary>One passage as the lexical search reads it: each field has its own weight.</summary>
internal sealed record LexicalEntry(string Title, string Headings, string Text);

/// <summary>
/// BM25 (Robertson and Zaragoza, 2009) with weighted fields over German words. A score is the share of the best that any
/// passage could reach for the question: 1 only if every word of it stands there, rare words counting most, and words
/// that the whole corpus does not have counting as the rarest. So one scale serves all questions.
/// </summary>
internal sealed class LexicalIndex
{
    private const float Saturation = 0.9f;
    private const float LengthShare = 0.4f;

    // The average of the town's knowledge (622 passages). An exact one would change every passage's vector with each article.
    private const float UsualLength = 90;
    private static readonly (Func<LexicalEntry, string> Field, float Weight)[] Fields =
        [(e => e.Title, 2f), (e => e.Headings, 1.5f), (e => e.Text, 1f)];

    private readonly WordTable table = new();
    private readonly (int[] Passages, float[] Shares)[] postings;
    private readonly float[] rarity;
    private readonly int count;

    public LexicalIndex(IReadOnlyList<LexicalEntry> entries)
    {
        count = entries.Count;
        var words = entries.AsParallel().AsOrdered().Select(e => Array.ConvertAll(Fields, f => GermanAnalysis.Words(f.Field(e)).ToArray())).ToArray();
        table.Learn(words.Select(fields => fields.SelectMany(f => f)));
        var bags = Array.ConvertAll(words, fields => Bag(fields, table.Of));
        rarity = new float[table.Terms];
        postings = Invert(bags);
    }

    /// <summary>
    /// A score from 0 to 1 for each passage; <paramref name="information"/> is what the question's words tell in sum
    /// (natural units; a rare word of 5,000 passages has 8), little for "Was kann ich tun?".
    /// </summary>
    public float[] Scores(string question, out float information)
    {
        var scores = new float[count];
        var best = 0f;
        foreach (var (term, weight) in GermanAnalysis.Words(question).SelectMany(table.Find))
        {
            best += weight * (term < 0 ? Rarity(0) : rarity[term]);
            if (term < 0)
            {
                continue;
            }

            var (passages, shares) = postings[term];
            for (var i = 0; i < passages.Length; i++)
            {
                scores[passages[i]] += weight * rarity[term] * shares[i];
            }
        }

        for (var i = 0; i < count && best > 0; i++)
        {
            scores[i] /= best;
        }

        information = best;
        return scores;
    }

    /// <summary>The weights of a passage's words, as BM25 counts them in a passage of the usual length; it must be one of this index.</summary>
    public SparseVector Vector(LexicalEntry entry)
    {
        var bag = Bag(Array.ConvertAll(Fields, f => GermanAnalysis.Words(f.Field(entry)).ToArray()), table.Find);
        var norm = Norm(bag.Values.Sum(), UsualLength);
        return SparseVector.Of(bag.Select(t => (SparseVector.Index(table.Name(t.Key)), t.Value / (t.Value + norm))));
    }

    /// <summary>The words of a question with their rarity; those that no passage has are left out.</summary>
    public SparseVector Vector(string question) => SparseVector.Of(GermanAnalysis.Words(question)
        .SelectMany(table.Find)
        .Where(t => t.Term >= 0)
        .Select(t => (SparseVector.Index(table.Name(t.Term)), t.Weight * rarity[t.Term])));

    private static float Norm(float length, float average) => Saturation * (1 - LengthShare + (LengthShare * length / average));

    private static Dictionary<int, float> Bag(string[][] fields, Func<string, IEnumerable<(int Term, float Weight)>> terms)
    {
        var bag = new Dictionary<int, float>();
        foreach (var (words, field) in fields.Zip(Fields))
        {
            foreach (var (term, weight) in words.SelectMany(terms))
            {
                bag[term] = bag.GetValueOrDefault(term) + (weight * field.Weight);
            }
        }

        return bag;
    }

    private (int[] Passages, float[] Shares)[] Invert(Dictionary<int, float>[] bags)
    {
        var lengths = Array.ConvertAll(bags, bag => bag.Values.Sum());
        var average = lengths.DefaultIfEmpty(1).Average();
        var lists = new List<(int Passage, float Share)>[table.Terms];
        for (var passage = 0; passage < bags.Length; passage++)
        {
            var norm = Norm(lengths[passage], average);
            foreach (var (term, frequency) in bags[passage])
            {
                (lists[term] ??= []).Add((passage, frequency / (frequency + norm)));
            }
        }

        for (var term = 0; term < lists.Length; term++)
        {
            rarity[term] = Rarity(lists[term].Count);
        }

        return Array.ConvertAll(lists, list => (list.Select(p => p.Passage).ToArray(), list.Select(p => p.Share).ToArray()));
    }

    private float Rarity(int passages) => MathF.Log(1 + ((count - passages + 0.5f) / (passages + 0.5f)));
}
