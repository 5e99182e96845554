using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class FolderSourceTests
{
    [Fact]
    public async Task A_mail_that_lies_in_the_folder_twice_is_one_case()
    {
        await using var folder = await StartAsync();
        var mail = Some.Mail("Zweimal");
        await folder.PutAsync("a", mail);
        await folder.PutAsync("b", mail);
        await folder.PutAsync("c", Some.Mail("Einmal"));
        await folder.TakenInAsync(3);

        var subjects = await folder.Host.InDatabaseAsync(db => db.Cases.OrderBy(c => c.Id).Select(c => c.Subject).ToListAsync());
        Assert.Equal(["Zweimal", "Einmal"], subjects);
    }

    [Fact]
    public async Task Fault_07_what_cannot_be_parsed_is_a_case_that_people_see_with_its_raw_bytes()
    {
        await using var folder = await StartAsync();
        byte[] binary = [0, 1, 2, 255, 254, .. Enumerable.Range(0, 2000).Select(i => (byte)(i * 7))];
        await folder.PutAsync("kaputt", binary);
        await folder.PutAsync("leer", []);
        await folder.TakenInAsync(2);

        var cases = await folder.Host.InDatabaseAsync(db => db.Cases.OrderBy(c => c.Id).ToListAsync());
        Assert.All(cases, c => Assert.Equal((CaseStatus.Open, "(Nachricht nicht lesbar)"), (c.Status, c.Subject)));
        Assert.All(cases, c => Assert.NotNull(c.Attention));
        Assert.Equal(2, cases.Count);
        var raw = await folder.Host.InDatabaseAsync(db => db.RawMessages.SingleAsync(r => r.CaseId == cases[0].Id));
        Assert.Equal(binary, await File.ReadAllBytesAsync(Path.Combine(folder.Host.Folder, "content", raw.Sha256[..2], raw.Sha256)));
    }

    [Fact]
    public async Task Fault_09_a_100_MB_attachment_is_streamed_and_over_the_limit_it_is_named()
    {
        await using var folder = await StartAsync();
        var line = Convert.ToBase64String(new byte[57]);
        const int Lines = 100 * 1024 * 1024 / 57;
        await folder.PutAsync("gross", async writer =>
        {
            await writer.WriteAsync(
                "From: erika@example.org\r\nSubject: Film\r\nMessage-ID: <gross@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: text/plain\r\n\r\nAnbei der Film.\r\n--x\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"film.mp4\"\r\n\r\n");
            for (var i = 0; i < Lines; i++)
            {
                await writer.WriteAsync(line);
                await writer.WriteAsync("\r\n");
            }

            await writer.WriteAsync("--x--\r\n");
        });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        await ServiceHost.UntilAsync(async () =>
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
            return await folder.Host.InDatabaseAsync(db => db.Cases.AnyAsync(c => c.Status == CaseStatus.Open));
        });

        var message = await folder.Host.InDatabaseAsync(db => db.Messages.Include(m => m.Attachments).SingleAsync());
        Assert.Equal(("Anbei der Film.", 0), (message.Text, message.Attachments.Count));
        Assert.Contains("film.mp4", message.ReadingNote, StringComparison.Ordinal);
        Assert.True(await folder.Host.InDatabaseAsync(db => db.RawMessages.SumAsync(r => r.Size)) > 130_000_000);
        // Other tests of this process take memory too; the whole mail would be more than all of them.
        Assert.InRange(peak, long.MinValue, 100 * 1024 * 1024);
    }

    private static async Task<MailFolder> StartAsync()
    {
        var folder = new MailFolder();
        await folder.InitializeAsync();
        return folder;
    }
}
