using System.Text;

namespace Triage.Models.Intake;

/// <summary>A mail's lines with what each is, and where each goes: kept, history, or signature.</summary>
internal sealed partial class MailPage(string[] lines, MailLine[] kinds)
{
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
