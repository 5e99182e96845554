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

    private static async Task<MailFolder> StartAsync()
    {
        var folder = new MailFolder();
        await folder.InitializeAsync();
        return folder;
    }
}
