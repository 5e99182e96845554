using System.Globalization;
using System.Text;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class LargeMailTests : IDisposable
{
    // A mail that was held whole would need 140 MB; what the service needs beside it for a while is some 30 MB.
    private const long MostMemory = 90_000_000;

    // The collector may let garbage grow to the size of the processor's cache, which differs from machine to machine.
    private static readonly Dictionary<string, string> Environment = new() { ["DOTNET_GCgen0size"] = "0x400000" };

    private readonly string folder = Directory.CreateTempSubdirectory("triage-large-").FullName;

    private string Mailbox => Path.Combine(folder, "mailbox");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Fault_09_a_100_MB_attachment_is_streamed_and_over_the_limit_it_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A process's peak of memory is read from /proc.");
        Directory.CreateDirectory(Mailbox);
        await using var service = ServiceProcess.Start(folder, Mailbox, Environment);
        // The first mail loads the models, the languages and the knowledge, which stay: it says what the large one says.
        await MailFolder.PutAsync(Mailbox, "klein", stream => stream.WriteAsync(Encoding.UTF8.GetBytes(Some.Mail("Film", "Anbei der Film."))).AsTask());
        await TakenInAsync("Film");
        var before = await MemoryAsync(service, "VmRSS:");
        await File.WriteAllTextAsync($"/proc/{service.Id}/clear_refs", "5");

        await MailFolder.PutAsync(Mailbox, "gross", WriteLargeAsync);
        await TakenInAsync("Der Film");

        var peak = await MemoryAsync(service, "VmHWM:") - before;
        const string Message = "FROM messages WHERE \"Subject\" = 'Der Film' AND \"Direction\" = 'In'";
        Assert.Equal("Anbei der Film.", ServiceProcess.Read<string>(folder, $"SELECT \"Text\" {Message}"));
        Assert.Contains("film.mp4", ServiceProcess.Read<string>(folder, $"SELECT \"ReadingNote\" {Message}"), StringComparison.Ordinal);
        Assert.Equal(0, ServiceProcess.Read<long>(folder, "SELECT count(*) FROM attachments"));
        Assert.True(ServiceProcess.Read<long>(folder, "SELECT sum(\"Size\") FROM \"RawMessages\"") > 130_000_000);
        Assert.InRange(peak, long.MinValue, MostMemory);
    }

    private static async Task WriteLargeAsync(Stream stream)
    {
        await using var writer = new StreamWriter(stream, leaveOpen: true);
        await writer.WriteAsync(
            "From: erika@example.org\r\nSubject: Der Film\r\nMessage-ID: <gross@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
            + "--x\r\nContent-Type: text/plain\r\n\r\nAnbei der Film.\r\n--x\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename=\"film.mp4\"\r\n\r\n");
        var line = Convert.ToBase64String(new byte[57]);
        const int Lines = 100 * 1024 * 1024 / 57;
        for (var i = 0; i < Lines; i++)
        {
            await writer.WriteAsync(line);
            await writer.WriteAsync("\r\n");
        }

        await writer.WriteAsync("--x--\r\n");
    }

    private async Task TakenInAsync(string subject)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!File.Exists(Path.Combine(folder, "triage.db")) || !IsDone())
        {
            await Task.Delay(200, patience.Token);
        }

        bool IsDone() => ServiceProcess.Read<long>(folder, "SELECT count(*) FROM sqlite_master WHERE name = 'work'") == 1
            && ServiceProcess.Read<long>(folder, $"SELECT count(*) FROM cases WHERE \"Subject\" = '{subject}' AND \"Status\" = 'Open'") == 1
            && ServiceProcess.Read<long>(folder, "SELECT count(*) FROM work WHERE \"State\" <> 'Done'") == 0;
    }

    /// <summary>A line of /proc/ID/status, in bytes.</summary>
    private static async Task<long> MemoryAsync(ServiceProcess service, string name)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{service.Id}/status")).Single(l => l.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
    }
}
