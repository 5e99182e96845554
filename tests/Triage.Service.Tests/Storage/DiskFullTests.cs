using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Storage;

public sealed class DiskFullTests
{
    [Fact]
    public async Task Fault_26_on_a_full_disk_nothing_is_acknowledged_and_nothing_is_lost()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small file system can only be mounted as root on Linux.");
        var disk = Directory.CreateTempSubdirectory("triage-disk-").FullName;
        var mailbox = Directory.CreateTempSubdirectory("triage-mailbox-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=24m", "none", disk);
        try
        {
            await TestAsync(disk, mailbox);
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(mailbox, recursive: true);
        }
    }

    private static async Task TestAsync(string disk, string mailbox)
    {
        await using var host = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["Storage:Folder"] = disk, ["Intake:MailFolder"] = mailbox, ["Intake:PollSeconds"] = "1" });
        var filler = Path.Combine(disk, "filler");
        Fill(filler);
        var file = Path.Combine(mailbox, "1.eml");
        await File.WriteAllTextAsync(file, Some.Mail());
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(20_000));

        var form = host.Services.GetRequiredService<WebFormSource>();
        var fresh = new NewCase("Frage", null, null, WithoutAi: false, PlainLanguage: false, new string('0', 64));
        await Assert.ThrowsAsync<IOException>(() => form.SubmitAsync(new byte[100_000], fresh, CancellationToken.None));
        Assert.True(File.Exists(file));

        File.Delete(filler);
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Cases.AnyAsync()));
        // The mail alone: nothing of the refused form is there. (On the full disk even reading may fail.)
        Assert.Equal(1, await host.InDatabaseAsync(db => db.RawMessages.CountAsync()));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(disk, "content")), f => Path.GetFileName(f).StartsWith('.'));
    }

    private static void Fill(string filler)
    {
        using var stream = File.Create(filler);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                stream.Write(block);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
