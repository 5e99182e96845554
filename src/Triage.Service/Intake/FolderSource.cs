using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Triage.Service.Intake;

/// <summary>
/// A folder of .eml files, the default's stand-in for a mailbox. Files are left where they are: name, size and time of
/// change are the key, so that a known file costs one look at the directory. Write files under another name and rename
/// them (as Maildir does); a file younger than a second is left for the next look.
/// </summary>
internal sealed partial class FolderSource(IOptions<IntakeOptions> options, TimeProvider time, ILogger<FolderSource> log) : IInquirySource
{
    private readonly HashSet<string> seen = [];

    public string Name => "folder";

    public async IAsyncEnumerable<IncomingMessage> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = options.Value.MailFolder;
        if (folder.Length == 0)
        {
            yield break;
        }

        Directory.CreateDirectory(folder);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), time);
        do
        {
            foreach (var message in NewFiles(folder))
            {
                yield return message;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    private List<IncomingMessage> NewFiles(string folder)
    {
        try
        {
            var settled = time.GetUtcNow().UtcDateTime.AddSeconds(-1);
            return [.. new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal)
                .Where(f => f.LastWriteTimeUtc < settled).Select(f => (File: f, Key: KeyOf(f)))
                .Where(f => !seen.Contains(f.Key)).Select(f => Message(f.File.FullName, f.Key))];
        }
        catch (IOException e)
        {
            LogUnreadable(log, e);
            return [];
        }
    }

    private IncomingMessage Message(string file, string key) => new()
    {
        Key = key,
        OpenRaw = () => File.OpenRead(file),
        AcknowledgeAsync = _ =>
        {
            seen.Add(key);
            return Task.CompletedTask;
        },
    };

    private static string KeyOf(FileInfo file)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{file.Length}:{file.LastWriteTimeUtc.Ticks}");
        return file.Name[..Math.Min(file.Name.Length, 300)] + suffix;
    }

    [LoggerMessage(LogLevel.Warning, "The mail folder cannot be read; it is tried again at the next look")]
    private static partial void LogUnreadable(ILogger log, Exception e);
}
