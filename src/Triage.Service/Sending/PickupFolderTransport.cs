using Microsoft.Extensions.Options;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>Writes mails as .eml files that a mail program opens. The file is named by the Message-ID: twice is once.</summary>
internal sealed class PickupFolderTransport(IOptions<MailOptions> mail, IOptions<StorageOptions> storage) : IMailTransport
{
    private readonly string folder = Path.GetFullPath(Path.Combine(storage.Value.Folder, mail.Value.PickupFolder));

    public bool IsIdempotent => true;

    public async Task<SendResult> SendAsync(MailToSend mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = Name(mail.MessageId);
        var temporary = Path.Combine(folder, $".{name}.tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(mail.Mime, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path.Combine(folder, $"{name}.eml"), overwrite: true);
            return new SendResult(SendState.Accepted, "folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendResult(SendState.Queued, e.GetType().Name);
        }
    }

    /// <summary>Deletes the file of a mail that was written here; there may be none.</summary>
    public void Delete(string messageId)
    {
        var file = Path.Combine(folder, $"{Name(messageId)}.eml");
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private static string Name(string messageId) => messageId[..messageId.IndexOf('@', StringComparison.Ordinal)];
}
