using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Storage;

/// <summary>Leases and fencing tokens, on both databases.</summary>
public sealed class WorkQueueTests(PostgresServer postgres)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_24_each_piece_of_work_is_claimed_by_one(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await AddAsync(host, 10);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ClaimAsync(host)));

        var claimed = claims.Where(c => c is not null).Select(c => c!.Id).ToList();
        Assert.Equal(10, claimed.Count);
        Assert.Equal(10, claimed.Distinct().Count());
        Assert.Null(await ClaimAsync(host));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task A_lease_that_ran_out_is_claimed_again(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await AddAsync(host, 1);
        var first = await ClaimAsync(host);

        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Null(await ClaimAsync(host));
        clock.Advance(TimeSpan.FromSeconds(2));
        var second = await ClaimAsync(host);

        Assert.Equal(first!.Id, second!.Id);
        Assert.True(second.Token > first.Token);
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_25_a_worker_that_wakes_up_late_changes_nothing(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await AddAsync(host, 1);
        var late = await ClaimAsync(host);
        clock.Advance(TimeSpan.FromMinutes(3));
        var current = await ClaimAsync(host);

        Assert.False(await CommitAsync(host, late!, "late"));
        Assert.True(await CommitAsync(host, current!, "current"));

        Assert.Equal(["current"], await host.InDatabaseAsync(db => db.Settings.Select(s => s.Key).ToListAsync()));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task A_step_that_keeps_failing_waits_longer_each_time_and_then_asks_for_people(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        await AddAsync(host, 1);
        var finals = new List<bool>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var work = await ClaimAsync(host);
            finals.Add(await host.InScopeAsync(s => s.GetRequiredService<WorkQueue>().FailAsync(work!, "Read: Test", CancellationToken.None)));
            Assert.Null(await ClaimAsync(host));
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal([false, false, false, false, true], finals);
        Assert.Null(await ClaimAsync(host));
    }

    private async Task<ServiceHost> StartAsync(DatabaseKind kind) =>
        await ServiceHost.StartAsync(await postgres.SettingsAsync(kind), clock, WithoutWorkers);

    private static void WithoutWorkers(IServiceCollection services)
    {
        foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(Work).Assembly).ToList())
        {
            services.Remove(worker);
        }
    }

    private static Task<int> AddAsync(ServiceHost host, int count) => host.InDatabaseAsync(async db =>
    {
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            var raw = new RawMessage { Source = "test", SourceKey = $"{i}", Sha256 = new string('a', 64), Size = 1, ReceivedAt = now };
            db.RawMessages.Add(raw);
            await db.SaveChangesAsync();
            db.Work.Add(new Work { RawMessageId = raw.Id, Step = PipelineStep.Read, NotBefore = now });
        }

        return await db.SaveChangesAsync();
    });

    private static Task<Work?> ClaimAsync(ServiceHost host) =>
        host.InScopeAsync(s => s.GetRequiredService<WorkQueue>().ClaimAsync(CancellationToken.None));

    private static Task<bool> CommitAsync(ServiceHost host, Work work, string mark) => host.InScopeAsync(services =>
    {
        var db = services.GetRequiredService<TriageDbContext>();
        return services.GetRequiredService<WorkQueue>().CommitAsync(
            work,
            () =>
            {
                db.Settings.Add(new Setting { Key = mark, Value = "" });
                return Task.CompletedTask;
            },
            null, CancellationToken.None);
    });
}
