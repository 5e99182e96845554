using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>The stable names of notices in data/textblocks.</summary>
internal static class NoticeKey
{
    public const string Receipt = "receipt";
    public const string Handover = "handover";
    public const string Interim = "interim";
}

/// <summary>Writes fixed notices: released text blocks with placeholders filled, never a word of the citizen's or a model's.</summary>
internal sealed class Notices(TriageDbContext db, MailWriter writer, IOptions<MailOptions> options, TimeProvider time)
{
    /// <summary>
    /// Adds a notice to the case inside the caller's transaction. Null when there is none to send: the block is not
    /// released, the address cannot be written to, or it had its share of notices within the last hour.
    /// </summary>
    public async Task<Notice?> AddAsync(
        Case subject, string key, string language, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var released = await ReleasedAsync(key, cancellation);
        if (released is null || !MailWriter.IsAddress(subject.CitizenAddress))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var addressHash = HashOf(subject.CitizenAddress!);
        var hourAgo = now.AddHours(-1);
        if (await db.Notices.CountAsync(n => n.AddressHash == addressHash && n.At > hourAgo, cancellation) >= options.Value.ReceiptsPerHour)
        {
            return null;
        }

        var notice = await WriteAsync(subject, released, language, values, addressHash, cancellation);
        db.Notices.Add(notice);
        return notice;
    }

    private async Task<Notice> WriteAsync(
        Case subject, TextBlockVersion released, string language, IReadOnlyDictionary<string, string> values, string addressHash, CancellationToken cancellation)
    {
        var incoming = await db.Messages.Where(m => m.CaseId == subject.Id && m.Direction == MessageDirection.In && m.MessageId != null)
            .OrderBy(m => m.Id).Select(m => m.MessageId!).ToListAsync(cancellation);
        var mail = writer.Write(new OutgoingText(
            subject.CitizenAddress!, subject.CitizenName, released.Subject, NoticeText.Fill(released, language, values), subject.Number)
        {
            References = incoming,
            Automatic = true,
        });
        var now = time.GetUtcNow();
        db.Messages.Add(new CaseMessage
        {
            CaseId = subject.Id,
            Direction = MessageDirection.Notice,
            At = now,
            MessageId = mail.MessageId,
            Subject = mail.Subject,
            Text = Redacted(released, language, values),
        });
        return new Notice
        {
            CaseId = subject.Id,
            TextBlockId = released.TextBlockId,
            Version = released.Version,
            MessageId = mail.MessageId,
            State = SendState.Queued,
            AddressHash = addressHash,
            At = now,
            Recipient = subject.CitizenAddress!,
            Language = language,
            Values = values,
            Mime = mail.Mime,
            NotBefore = now,
        };
    }

    private async Task<TextBlockVersion?> ReleasedAsync(string key, CancellationToken cancellation) => await db.TextBlocks
        .Where(b => b.Key == key)
        .Join(db.TextBlockVersions.Where(v => v.Released == 1), b => b.Id, v => v.TextBlockId, (b, v) => v)
        .OrderByDescending(v => v.Version).AsNoTracking().FirstOrDefaultAsync(cancellation);

    // Staff see that a code was sent, not the code.
    private static string Redacted(TextBlockVersion released, string language, IReadOnlyDictionary<string, string> values) =>
        NoticeText.Fill(released, language, values.ToDictionary(v => v.Key, v => v.Key == "Statuscode" ? "••••" : v.Value));

    private static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())));
}
