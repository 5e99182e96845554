using System.Collections;

namespace Triage.Models.Intake;

/// <summary>Collects notices: of each kind one, unless each names something else; few enough to be read.</summary>
internal sealed class MailNotices : IEnumerable<MailNotice>
{
    private const int Max = 50;
    private readonly List<MailNotice> notices = [];

    public void Add(MailNoticeKind kind, string text, bool each = false)
    {
        if (notices.Count < Max && (each || notices.TrueForAll(n => n.Kind != kind)))
        {
            notices.Add(new(kind, text));
        }
    }

    public void Add(MailNotices others)
    {
        foreach (var (kind, text) in others.notices)
        {
            Add(kind, text);
        }
    }

    public IEnumerator<MailNotice> GetEnumerator() => notices.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
