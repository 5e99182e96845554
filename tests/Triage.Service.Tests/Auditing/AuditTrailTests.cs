using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Auditing;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Auditing;

public sealed class AuditTrailTests(PostgresServer postgres)
{
    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"Action\" = 'approve' WHERE \"Sequence\" = 3", 3L)]
    [InlineData("UPDATE \"Audit\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 2", 2L)]
    [InlineData("UPDATE \"Audit\" SET \"ActorId\" = 99 WHERE \"Sequence\" = 5", 5L)]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" = 4", 4L)]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" <= 2", 1L)]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" > 4", 5L)]
    [InlineData("DELETE FROM \"Audit\"", 1L)]
    [InlineData("DELETE FROM \"Settings\" WHERE \"Key\" = 'audit-head'", 7L)]
    [InlineData("UPDATE \"Audit\" SET \"Subject\" = 'staff' WHERE \"Sequence\" = 3", 3L)]
    [InlineData("UPDATE \"Audit\" SET \"SubjectId\" = 77 WHERE \"Sequence\" = 3", 3L)]
    [InlineData("UPDATE \"Audit\" SET \"Detail\" = 'x=1' WHERE \"Sequence\" = 6", 6L)]
    [InlineData("UPDATE \"Audit\" SET \"Hash\" = 'f' WHERE \"Sequence\" = 4", 4L)]
    [InlineData("UPDATE \"Audit\" SET \"PreviousHash\" = 'f' WHERE \"Sequence\" = 4", 4L)]
    public async Task Fault_52_the_verifier_names_the_first_row_that_was_changed_or_cut(string attack, long expected)
    {
        await using var host = await ServiceHost.StartAsync();
        await AppendAsync(host, 6);
        Assert.Null(await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));

        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(attack));

        Assert.Equal(expected, await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("DELETE FROM \"Audit\" WHERE \"Sequence\" > 4", 5L)]
    [InlineData("DELETE FROM \"Audit\"", 1L)]
    public async Task Fault_52_an_end_that_was_cut_off_stays_visible_when_further_entries_follow(string attack, long expected)
    {
        await using var host = await ServiceHost.StartAsync();
        await AppendAsync(host, 6);
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(attack));

        await AppendAsync(host, 2);

        Assert.Equal(expected, await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Fault_52_an_end_that_was_written_anew_stays_visible_when_further_entries_follow()
    {
        await using var host = await ServiceHost.StartAsync();
        await AppendAsync(host, 6);
        var head = await host.InDatabaseAsync(db => db.Settings.Where(s => s.Key == Setting.AuditHead).Select(s => s.Value).SingleAsync());
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Audit\" WHERE \"Sequence\" > 4; DELETE FROM \"Settings\" WHERE \"Key\" = 'audit-head'"));
        await AppendAsync(host, 2);
        await host.InDatabaseAsync(db => db.Settings.Where(s => s.Key == Setting.AuditHead).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, head)));

        await AppendAsync(host, 2);

        Assert.Equal(7, await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Entries_appended_at_the_same_time_form_one_chain(DatabaseKind kind)
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(kind));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AppendAsync(host, 1)));

        Assert.Equal(20, await host.InDatabaseAsync(db => db.Audit.CountAsync()));
        Assert.Null(await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task An_entry_without_the_transaction_of_its_change_is_refused()
    {
        await using var host = await ServiceHost.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.InDatabaseAsync(async db =>
        {
            await db.AppendAsync(new AuditEvent("note", "case", 1, 1), TimeProvider.System, CancellationToken.None);
            return true;
        }));
    }

    private static async Task AppendAsync(ServiceHost host, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await host.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TriageDbContext>();
                await db.InTransactionAsync(() => db.AppendAsync(new AuditEvent("note", "case", i, 1), TimeProvider.System, CancellationToken.None), CancellationToken.None);
                return true;
            });
        }
    }
}
