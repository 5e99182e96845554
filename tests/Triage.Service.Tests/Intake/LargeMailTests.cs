using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>Alone in the process, because it measures memory.</summary>
[CollectionDefinition(nameof(LargeMailTests), DisableParallelization = true)]
[Collection(nameof(LargeMailTests))]
public sealed class LargeMailTests
{
    [Fact]
    public async Task Fault_09_a_100_MB_attachment_is_streamed_and_over_the_limit_it_is_named()
    {
        await using var folder = new MailFolder();
        await folder.InitializeAsync();
        // The first mail loads the models, the languages and the knowledge, which stay: it says what the large one says.
        await folder.PutAsync("klein", Some.Mail("Film", "Anbei der Film."));
        await folder.TakenInAsync(1);
        var before = Held();
        var line = Convert.ToBase64String(new byte[57]);
        const int Lines = 100 * 1024 * 1024 / 57;
        await folder.PutAsync("gross", async writer =>
        {
            await writer.WriteAsync(
                "From: erika@example.org\r\nSubject: Der Film\r\nMessage-ID: <gross@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: text/plain\r\n\r\nAnbei der Film.\r\n--x\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"film.mp4\"\r\n\r\n");
            for (var i = 0; i < Lines; i++)
            {
                await writer.WriteAsync(line);
                await writer.WriteAsync("\r\n");
            }

            await writer.WriteAsync("--x--\r\n");
        });
        var peak = 0L;
        await ServiceHost.UntilAsync(async () =>
        {
            peak = Math.Max(peak, Held() - before);
            return await folder.Host.InDatabaseAsync(db => db.Cases.AnyAsync(c => c.Subject == "Der Film" && c.Status == CaseStatus.Open));
        });

        var message = await folder.Host.InDatabaseAsync(db => db.Messages.Include(m => m.Attachments).SingleAsync(m => m.Subject == "Der Film"));
        Assert.Equal(("Anbei der Film.", 0), (message.Text, message.Attachments.Count));
        Assert.Contains("film.mp4", message.ReadingNote, StringComparison.Ordinal);
        Assert.True(await folder.Host.InDatabaseAsync(db => db.RawMessages.SumAsync(r => r.Size)) > 130_000_000);
        Assert.InRange(peak, long.MinValue, 32 * 1024 * 1024);
    }

    // One collection: GC.GetTotalMemory(true) makes up to twenty, and the service would hardly run between them.
    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
