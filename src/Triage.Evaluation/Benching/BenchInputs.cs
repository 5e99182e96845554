using MimeKit;
using Triage.Evaluation.Data;

namespace Triage.Evaluation.Benching;

/// <summary>What comes in: the sample mailbox, and the golden inquiries as the mails that a web form's messages become.</summary>
internal static class BenchInputs
{
    /// <summary>Raw mails of both kinds, mixed by a fixed seed.</summary>
    /// <exception cref="InvalidDataException">There is not one.</exception>
    public static async Task<byte[][]> ReadAsync(string data, CancellationToken cancellation)
    {
        var mails = new List<byte[]>();
        var mailbox = Path.Combine(data, "mailbox");
        string[] files = Directory.Exists(mailbox) ? Directory.GetFiles(mailbox, "*.eml") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            mails.Add(await File.ReadAllBytesAsync(file, cancellation));
        }

        var golden = Path.Combine(data, DataSet.Golden);
        if (File.Exists(golden))
        {
            mails.AddRange((await JsonLines.ReadAsync<LabelledInquiry>(golden, cancellation)).Select(AsMail));
        }

        var mixed = mails.ToArray();
        new Random(1).Shuffle(mixed);
        return mixed.Length > 0 ? mixed : throw new InvalidDataException($"There is neither a mail in {mailbox} nor an inquiry in {golden}.");
    }

    private static byte[] AsMail(LabelledInquiry row)
    {
        using var mail = new MimeMessage { Subject = row.Subject, Body = new TextPart("plain") { Text = row.Text } };
        mail.From.Add(new MailboxAddress("", "person@example.org"));
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }
}
