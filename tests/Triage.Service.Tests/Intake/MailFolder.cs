using System.Text;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>A service that watches a folder of mails.</summary>
public sealed class MailFolder : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("triage-mail-").FullName;

    public ServiceHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Intake:MailFolder"] = folder, ["Intake:PollSeconds"] = "1" });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Puts a mail into the folder; the name is its file's.</summary>
    public Task PutAsync(string name, string mail) => PutAsync(name, Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));

    public Task PutAsync(string name, byte[] mail) => PutAsync(folder, name, stream => stream.WriteAsync(mail).AsTask());

    /// <summary>Writes a mail of any size beside the folder's others, and moves it to its name when it is whole.</summary>
    public static async Task PutAsync(string folder, string name, Func<Stream, Task> write)
    {
        var file = Path.Combine(folder, name + ".eml");
        await using (var stream = File.Create(file + ".tmp"))
        {
            await write(stream);
        }

        // A file that may still grow is left alone.
        File.SetLastWriteTimeUtc(file + ".tmp", TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        File.Move(file + ".tmp", file);
    }

    /// <summary>Waits until so many messages were taken in altogether and the pipeline is done with them.</summary>
    public async Task TakenInAsync(int messages)
    {
        await ServiceHost.UntilAsync(async () => await Host.InDatabaseAsync(db => db.RawMessages.CountAsync()) >= messages);
        await Host.PipelineIdleAsync();
    }
}
