using System.Text;

namespace Triage.Models.Intake;

/// <summary>A mail's lines with what each is, and where each goes: kept, history, or signature.</summary>
internal sealed class MailPage(string[] lines, MailLine[] kinds)
{
    private const int MaxSignature = 15;
    private readonly Part[] parts = new Part[lines.Length];

    private enum Part
    {
        Kept,
        Quoted,
        Signature,
    }

    /// <summary>The first line from which on all is history; -1 when there is none. An attribution above quotes is none.</summary>
    public int FindHistory()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (parts[i] == Part.Kept && (kinds[i] is MailLine.Head or MailLine.Separator or MailLine.Forward
                || (kinds[i] == MailLine.Attribution && Next(i) != MailLine.Quote)))
            {
                return i;
            }
        }

        return -1;
    }

    public bool IsForward(int at, bool forwardSubject)
    {
        var end = AfterHead(at);
        var marked = Enumerable.Range(at, end - at).Any(i => kinds[i] == MailLine.Forward);
        return marked || (forwardSubject && kinds[at] is MailLine.Head or MailLine.Separator);
    }

    public bool HasTextBefore(int at) => Enumerable.Range(0, at).Any(i => parts[i] == Part.Kept && kinds[i] is MailLine.Text or MailLine.Quote);

    /// <summary>The first line after the marks that begin at <paramref name="at"/>.</summary>
    public int AfterHead(int at)
    {
        var i = at;
        while (i < lines.Length && kinds[i] is MailLine.Head or MailLine.Separator or MailLine.Forward or MailLine.Attribution or MailLine.Empty or MailLine.Rule)
        {
            i++;
        }

        return i;
    }

    public void DropHead(int at) => Set(at, AfterHead(at), Part.Quoted);

    public void CutFrom(int at) => Set(at, lines.Length, Part.Quoted);

    public string From(int at) => string.Join('\n', lines[at..]).Trim();

    /// <summary>A signature is short and has nothing but history below it.</summary>
    public void TakeSignature()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (parts[i] != Part.Kept || kinds[i] != MailLine.SignatureMark || !HasTextBefore(i))
            {
                continue;
            }

            var end = i + 1;
            while (end < lines.Length && parts[end] == Part.Kept && kinds[end] is not (MailLine.Quote or MailLine.Attribution))
            {
                end++;
            }

            var filled = Enumerable.Range(i, end - i).Count(l => kinds[l] != MailLine.Empty);
            if (filled <= MaxSignature && !Enumerable.Range(end, lines.Length - end).Any(l => parts[l] == Part.Kept && kinds[l] == MailLine.Text))
            {
                Set(i, end, Part.Signature);
                return;
            }
        }
    }

    /// <summary>Mobile footers go wherever they stand; a legal notice with all that is below it.</summary>
    public void TakeFooters()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (parts[i] == Part.Kept && kinds[i] == MailLine.Mobile)
            {
                parts[i] = Part.Signature;
            }
        }

        var notice = Array.FindIndex(kinds, k => k == MailLine.Disclaimer);
        if (notice > 0 && parts[notice] == Part.Kept && HasTextBefore(notice)
            && Enumerable.Range(notice, lines.Length - notice).Count(i => parts[i] == Part.Kept && kinds[i] == MailLine.Text) <= MaxSignature)
        {
            for (var i = notice; i < lines.Length; i++)
            {
                parts[i] = parts[i] == Part.Kept && kinds[i] is not (MailLine.Quote or MailLine.Attribution) ? Part.Signature : parts[i];
            }
        }
    }

    public void TakeTrailingQuotes()
    {
        var last = lines.Length - 1;
        while (last >= 0 && (parts[last] != Part.Kept || kinds[last] is not (MailLine.Text or MailLine.Disclaimer)))
        {
            last--;
        }

        for (var i = last + 1; i < lines.Length && last >= 0; i++)
        {
            parts[i] = parts[i] == Part.Kept ? Part.Quoted : parts[i];
        }
    }

    /// <summary>An answer below one quotation: the quotation goes. Answers between several quotations need them.</summary>
    public void TakeLeadingQuote()
    {
        var kept = Enumerable.Range(0, lines.Length).Where(i => parts[i] == Part.Kept && kinds[i] != MailLine.Empty).ToList();
        if (!kept.Exists(i => kinds[i] == MailLine.Text))
        {
            return;
        }

        foreach (var i in kept.Where(i => kinds[i] == MailLine.Attribution))
        {
            parts[i] = Part.Quoted;
        }

        var rest = kept.Where(i => kinds[i] != MailLine.Attribution).ToList();
        var lead = rest.TakeWhile(i => kinds[i] == MailLine.Quote).ToList();
        if (lead.Count > 0 && !rest.Skip(lead.Count).Any(i => kinds[i] == MailLine.Quote))
        {
            Set(0, lead[^1] + 1, Part.Quoted);
        }
    }

    public string Kept() => Join(Part.Kept) ?? "";

    public string? Quoted() => Join(Part.Quoted);

    public string? Signature() => Join(Part.Signature);

    private MailLine Next(int at)
    {
        for (var i = at; i < lines.Length; i++)
        {
            if (kinds[i] is not (MailLine.Attribution or MailLine.Empty))
            {
                return kinds[i];
            }
        }

        return MailLine.Empty;
    }

    private void Set(int from, int to, Part part) => Array.Fill(parts, part, from, to - from);

    private string? Join(Part part)
    {
        var text = new StringBuilder();
        var empty = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            empty = lines[i].Length == 0 ? empty + 1 : 0;
            if (parts[i] == part && empty < 3)
            {
                text.Append(lines[i]).Append('\n');
            }
        }

        var joined = text.ToString().Trim('\n', ' ');
        return joined.Length == 0 ? null : joined;
    }
}
