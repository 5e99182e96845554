using System.Text;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>What a stream of bytes looks like before it is parsed, and where the mail in it begins.</summary>
internal sealed record RawShape(RawKind Kind, long Start, MimeFormat Format)
{
    private const int Peek = 16 * 1024;

    private static readonly HashSet<string> Envelope = new(StringComparer.OrdinalIgnoreCase)
    {
        "Received", "Return-Path", "Message-ID", "MIME-Version", "Content-Type", "Delivered-To", "DKIM-Signature",
        "Content-Transfer-Encoding", "X-Mailer", "X-Originating-IP", "Authentication-Results", "ARC-Seal", "Received-SPF",
    };

    private static readonly HashSet<string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Subject", "Date", "Reply-To", "Sender", "In-Reply-To", "References", "Resent-From", "Apparently-To",
        "Newsgroups", "Path", "Organization", "X-Apparently-To", "User-Agent", "Envelope-To", "Precedence", "X-Envelope-From",
    };

    /// <summary>Reads the first bytes from the stream's beginning.</summary>
    public static RawShape Look(Stream raw)
    {
        var buffer = new byte[Peek];
        raw.Position = 0;
        var head = buffer.AsSpan(0, raw.ReadAtLeast(buffer, Peek, throwOnEndOfStream: false));
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new(RawKind.Text, 0, MimeFormat.Entity);
        }

        var start = head is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        while (start < head.Length && head[start] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t')
        {
            start++;
        }

        return Name(head[start..], start);
    }

    private static RawShape Name(ReadOnlySpan<byte> head, int start)
    {
        var text = Encoding.Latin1.GetString(head);
        if (text.Length == 0)
        {
            return new(RawKind.Empty, start, MimeFormat.Entity);
        }

        var lines = text.Split('\n');
        if (text.StartsWith("From ", StringComparison.Ordinal) && lines.Length > 1 && FieldName(lines[1]) is not null)
        {
            return new(RawKind.Mail, start, MimeFormat.Mbox);
        }

        if (IsMail(lines))
        {
            return new(RawKind.Mail, start, MimeFormat.Entity);
        }

        return new(IsBinary(head) ? RawKind.Binary : RawKind.Text, start, MimeFormat.Entity);
    }

    /// <summary>A reply that someone saved without its head may well hold quoted head lines; technical fields tell them apart.</summary>
    private static bool IsMail(string[] lines)
    {
        var fields = lines.TakeWhile(l => l.Trim().Length > 0).Select(FieldName).OfType<string>().ToList();
        var first = FieldName(lines[0]);
        return first is not null
            ? fields.Exists(f => Written.Contains(f) || Envelope.Contains(f))
            : fields.Count(Envelope.Contains) >= 2;
    }

    private static string? FieldName(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? line[..colon].TrimEnd() : "";
        return name.Length > 0 && name.All(c => c is > ' ' and < '\u007F') ? name : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var odd = 0;
        foreach (var b in head)
        {
            odd += b is < 9 or (> 13 and < 27) or (> 27 and < 32) or 127 ? 1 : 0;
        }

        return odd * 50 > head.Length;
    }
}

/// <summary>Kinds of input that arrive where mails are expected.</summary>
internal enum RawKind
{
    Mail,
    Text,
    Binary,
    Empty,
}
