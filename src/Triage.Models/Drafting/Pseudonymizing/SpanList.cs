using System.Text.RegularExpressions;

namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>Collects spans that do not overlap; what was found first keeps its place.</summary>
internal sealed class SpanList(string text)
{
    private readonly bool[] taken = new bool[text.Length];
    private readonly List<PersonalSpan> spans = [];

    public string Text => text;

    public IReadOnlyList<PersonalSpan> Spans => spans;

    /// <summary>Takes group "v" of each match, or all of it when there is no such group.</summary>
    public void Add(Regex pattern, string type, Func<string, bool>? accept = null)
    {
        for (var match = pattern.Match(text); match.Success;)
        {
            var value = match.Groups["v"] is { Success: true } group ? group : match;
            var accepted = IsFree(value.Index, value.Length) && (accept is null || accept(value.Value));
            if (accepted)
            {
                Add(value.Index, value.Length, type);
            }

            // "Im Haus Poststraße 40": what was refused may hide what is right.
            match = pattern.Match(text, accepted && match.Length > 0 ? match.Index + match.Length : match.Index + 1);
        }
    }

    public void Add(int start, int length, string type)
    {
        while (length > 0 && (char.IsWhiteSpace(text[start + length - 1]) || text[start + length - 1] is '.' or ',' or ';' or ':' or '-' or '/'))
        {
            length--;
        }

        if (length > 0 && IsFree(start, length))
        {
            taken.AsSpan(start, length).Fill(true);
            spans.Add(new PersonalSpan(start, type, text.Substring(start, length)));
        }
    }

    public void Remove(PersonalSpan span)
    {
        spans.Remove(span);
        taken.AsSpan(span.Start, span.Value.Length).Clear();
    }

    /// <summary>Makes one span of two neighbours of a type that only "und" or a blank parts: couples, titles.</summary>
    public void Join(string type, Regex between)
    {
        var ordered = spans.Where(s => s.Type == type).OrderBy(s => s.Start).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (one, other) = (ordered[i - 1], ordered[i]);
            if (between.IsMatch(text[one.End..other.Start]))
            {
                spans.Remove(one);
                spans.Remove(other);
                ordered[i] = new PersonalSpan(one.Start, type, text[one.Start..other.End]);
                spans.Add(ordered[i]);
                taken.AsSpan(one.Start, other.End - one.Start).Fill(true);
            }
        }
    }

    public bool IsFree(int start, int length) => !taken.AsSpan(start, length).Contains(true);
}
