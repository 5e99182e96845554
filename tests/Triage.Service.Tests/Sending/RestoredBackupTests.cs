using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Sending;

/// <summary>A backup in which an answer still waits that went out after it was made.</summary>
public sealed class RestoredBackupTests
{
    private readonly MovedClock clock = new();

    [Fact]
    public async Task Fault_56_old_mail_of_a_restored_backup_is_not_sent_again_and_a_person_is_told()
    {
        var backup = Directory.CreateTempSubdirectory("triage-backup-").FullName;
        try
        {
            var id = await SendAfterBackupAsync(backup);
            clock.Advance(TimeSpan.FromHours(2));

            await using var restored = await ServiceHost.StartAsync(Settings(("Storage:Folder", backup)), clock);
            await ServiceHost.UntilAsync(async () => (await StateAsync(restored, id)) is not (SendState.Held or SendState.Sending));

            Assert.Equal(SendState.Uncertain, await StateAsync(restored, id));
            Assert.False(Directory.Exists(Path.Combine(backup, "outbox")));
            var told = await restored.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
            Assert.Equal(CaseStatus.Open, told.Status);
            Assert.Contains("vielleicht hat die Bürgerin oder der Bürger sie schon", told.Attention, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(backup, recursive: true);
        }
    }

    [Fact]
    public async Task Fault_56_the_command_after_a_restore_hands_every_waiting_mail_to_people_however_young()
    {
        await using var host = await ServiceHost.StartAsync(Settings(("Mail:RecallSeconds", "5")), clock);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));

        Assert.Equal(0, await host.Services.HandWaitingMailToPeopleAsync());
        await ServiceHost.UntilAsync(async () => await StateAsync(host, id) is not (SendState.Held or SendState.Sending));

        Assert.Equal(SendState.Uncertain, await StateAsync(host, id));
        Assert.False(Directory.Exists(host.OutboxFolder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_56_an_answer_that_was_being_sent_when_the_backup_was_made_comes_to_people_with_its_text(bool command)
    {
        var never = new ScriptedTransport(_ => throw new InvalidOperationException("It must not be sent again."));
        await using var host = await ServiceHost.StartAsync(Settings(), clock, s => s.AddSingleton<IMailTransport>(never));
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));
        var lease = clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await host.InDatabaseAsync(db => db.Outbox.ExecuteUpdateAsync(o => o.SetProperty(x => x.State, SendState.Sending).SetProperty(x => x.NotBefore, lease)));
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Status, CaseStatus.Closed)));

        if (command)
        {
            Assert.Equal(0, await host.Services.HandWaitingMailToPeopleAsync());
        }
        else
        {
            clock.Advance(TimeSpan.FromMinutes(6));
        }

        await ServiceHost.UntilAsync(async () => await StateAsync(host, id) != SendState.Sending);

        Assert.Equal(SendState.Uncertain, await StateAsync(host, id));
        Assert.Empty(never.Given);
        var told = await host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal(CaseStatus.Open, told.Status);
        Assert.Contains("Ob die Antwort hinausgegangen ist, ist unklar", told.Attention, StringComparison.Ordinal);
        Assert.Contains("Guten Tag, erledigt.", (await clerk.GetAsync($"/vorgang/{id}")).Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
    }

    // An answer is approved, the backup is made, and then the answer goes out.
    private async Task<long> SendAfterBackupAsync(string backup)
    {
        await using var host = await ServiceHost.StartAsync(Settings(), clock);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));
        await using (var from = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "triage.db")};Pooling=False"))
        await using (var to = new SqliteConnection($"Data Source={Path.Combine(backup, "triage.db")};Pooling=False"))
        {
            await from.OpenAsync();
            from.BackupDatabase(to);
        }

        clock.Advance(TimeSpan.FromMinutes(11));
        await ServiceHost.UntilAsync(async () => await StateAsync(host, id) == SendState.Accepted);
        Assert.Single(Directory.GetFiles(host.OutboxFolder, "*.eml"));
        return id;
    }

    private static Dictionary<string, string> Settings(params (string Key, string Value)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Key, m.Value))) { ["Mail:RecallSeconds"] = more.FirstOrDefault(m => m.Key == "Mail:RecallSeconds").Value ?? "600" };

    private static Task<string> StateAsync(ServiceHost host, long id) =>
        host.InDatabaseAsync(db => db.Outbox.AsNoTracking().Where(o => o.CaseId == id).Select(o => o.State).SingleAsync());
}
