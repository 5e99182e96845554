namespace Triage.Models.Intake;

/// <summary>What goes, step by step, in the order in which <see cref="ReplyTrimmer"/> calls them.</summary>
internal sealed partial class MailPage
{
    private const int MaxSignature = 15;

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

    /// <summary>
    /// A company's details below the closing formula: at least two that only companies write. The first block below
    /// the formula stays, because it names the person; a citizen's address and telephone number stay as well.
    /// </summary>
    public void TakeCompanyDetails()
    {
        var closing = Array.FindLastIndex(lines, lines.Length - 1, l => MailFooters.IsClosing(l));
        if (closing < 0 || parts[closing] != Part.Kept)
        {
            return;
        }

        var below = Enumerable.Range(closing + 1, lines.Length - closing - 1)
            .TakeWhile(i => parts[i] == Part.Kept && kinds[i] is not (MailLine.Quote or MailLine.Attribution)).ToList();
        var from = below.SkipWhile(i => kinds[i] == MailLine.Empty).SkipWhile(i => kinds[i] != MailLine.Empty).ToList();
        if (from.Count is > 0 and <= 2 * MaxSignature && from.Count(i => MailFooters.IsLegalDetail(lines[i])) >= 2)
        {
            Set(from[0], from[^1] + 1, Part.Signature);
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
}
