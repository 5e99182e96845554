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

    public async Task PutAsync(string name, byte[] mail)
    {
        var file = Path.Combine(folder, name + ".eml");
        await File.WriteAllBytesAsync(file + ".tmp", mail);
        Settle(file);
    }

    /// <summary>Waits until so many messages were taken in altogether and the pipeline is done with them.</summary>
    public async Task TakenInAsync(int messages)
    {
        await ServiceHost.UntilAsync(async () => await Host.InDatabaseAsync(db => db.RawMessages.CountAsync()) >= messages);
        await Host.PipelineIdleAsync();
    }

    private static void Settle(string file)
    {
        File.SetLastWriteTimeUtc(file + ".tmp", TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));
        File.Move(file + ".tmp", file);
    }
}
