using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Storage;

public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task Fault_27_a_locked_database_gives_a_clear_error_after_a_bounded_wait_and_the_message_comes_again()
    {
        var mailbox = Directory.CreateTempSubdirectory("triage-mailbox-").FullName;
        await using var host = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["Storage:WaitSeconds"] = "1", ["Intake:MailFolder"] = mailbox, ["Intake:PollSeconds"] = "1" });
        var form = host.Services.GetRequiredService<WebFormSource>();
        var fresh = new NewCase("Frage", null, null, WithoutAi: false, PlainLanguage: false, new string('0', 64));

        await using (var hold = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "triage.db")};Pooling=False"))
        {
            await hold.OpenAsync();
            await using var begin = new SqliteCommand("BEGIN IMMEDIATE", hold);
            await begin.ExecuteNonQueryAsync();
            var file = Path.Combine(mailbox, "1.eml");
            await File.WriteAllTextAsync(file, Some.Mail());
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddDays(20_000));

            await Assert.ThrowsAsync<IOException>(() =>
                form.SubmitAsync("Subject: x\r\n\r\ny"u8.ToArray(), fresh, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));
        }

        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Cases.AnyAsync()));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
        Directory.Delete(mailbox, recursive: true);
    }

    [Fact]
    public async Task Free_space_of_a_locked_database_waits_for_the_next_time_and_any_other_trouble_is_no_lock()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Storage:WaitSeconds"] = "1" });
        await using (var hold = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "triage.db")};Pooling=False"))
        {
            await hold.OpenAsync();
            await using var begin = new SqliteCommand("BEGIN IMMEDIATE", hold);
            await begin.ExecuteNonQueryAsync();

            Assert.False(await host.InDatabaseAsync(db => db.OverwriteFreeSpaceAsync(CancellationToken.None)));
        }

        Assert.True(await host.InDatabaseAsync(db => db.OverwriteFreeSpaceAsync(CancellationToken.None)));
        await using var readOnly = new SqliteTriageDbContext(new DbContextOptionsBuilder<SqliteTriageDbContext>()
            .UseSqlite($"Data Source={Path.Combine(host.Folder, "triage.db")};Mode=ReadOnly;Pooling=False").Options);
        await Assert.ThrowsAsync<SqliteException>(() => readOnly.OverwriteFreeSpaceAsync(CancellationToken.None));
    }
}
