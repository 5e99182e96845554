using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Sending;

/// <summary>A clock that jumps by a day, forward and back.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly MovedClock clock = new();

    [Fact]
    public async Task Fault_28_after_a_jump_of_a_day_no_waiting_mail_floods_out_and_nothing_is_deleted()
    {
        var server = new ScriptedTransport(_ => Task.FromResult(new SendResult(SendState.Queued, "451")));
        await using var host = await StartAsync(server, recallSeconds: 0);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        await host.InDatabaseAsync(db => db.TextBlockVersions.ExecuteUpdateAsync(v => v
            .SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, clerk.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human)));
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await host.ReceiveAsync(Some.Mail(from: $"citizen{i}@example.org")));
            await clerk.SendAsync(ids[i], ("Text", $"Guten Tag, Antwort {i}."));
        }

        // Three receipts and three answers, each tried once and put off.
        await ServiceHost.UntilAsync(() => Task.FromResult(server.Given.Distinct().Count() == 6));
        await NothingIsBeingSentAsync(host);
        var before = (server.Given.Count, await CountAsync(host), Files(host));
        server.Answer = _ => Task.FromResult(new SendResult(SendState.Accepted, "250"));

        clock.Advance(Day);
        await ServiceHost.UntilAsync(async () => !await WaitsAsync(host));
        clock.Advance(-Day);
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        Assert.Equal(before, (server.Given.Count, await CountAsync(host), Files(host)));
        Assert.All(await host.InDatabaseAsync(db => db.Outbox.Select(o => new { o.State, o.Outcome }).ToListAsync()), o => Assert.Equal(("uncertain", "overdue"), (o.State, o.Outcome)));
        var page = await clerk.GetAsync($"/vorgang/{ids[0]}");
        Assert.Contains("hätte schon vor längerer Zeit hinausgehen sollen", page.Text, StringComparison.Ordinal);
        Assert.Contains("Antwort 0.", page.Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
        await clerk.SendAsync(ids[0]);
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Messages.AnyAsync(m => m.CaseId == ids[0] && m.Direction == MessageDirection.Out)));
        Assert.Equal(before.Count + 1, server.Given.Count);
    }

    [Fact]
    public async Task Fault_28_a_question_that_has_not_left_in_time_waits_for_no_answer()
    {
        var server = new ScriptedTransport(_ => Task.FromResult(new SendResult(SendState.Queued, "451")));
        await using var host = await StartAsync(server, recallSeconds: 0);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Text", "Guten Tag, wie heißt der Hund?"), ("AsksBack", "ja"));
        await ServiceHost.UntilAsync(() => Task.FromResult(server.Given.Count == 1));
        await NothingIsBeingSentAsync(host);
        var before = await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync());

        clock.Advance(Day);
        await ServiceHost.UntilAsync(async () => !await WaitsAsync(host));

        var after = await host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
        Assert.Equal((CaseStatus.Waiting, CaseStatus.Open), (before, after.Status));
        Assert.Null(after.ResumeAt);
        Assert.Contains("hätte schon vor längerer Zeit hinausgehen sollen", after.Attention, StringComparison.Ordinal);
        Assert.Null((await host.ReplyAsync(id))!.ApprovedNumber);
    }

    [Fact]
    public async Task Fault_28_a_mail_that_is_being_sent_while_the_clock_jumps_goes_out_once()
    {
        var end = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new ScriptedTransport(_ => end.Task);
        await using var host = await StartAsync(server, recallSeconds: 0);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));
        await ServiceHost.UntilAsync(() => Task.FromResult(server.Given.Count == 1));

        clock.Advance(Day);
        Assert.False(await host.InScopeAsync(s => s.GetRequiredService<MailSender>().SendOneAsync(CancellationToken.None)));
        end.SetResult(new SendResult(SendState.Accepted, "250"));
        Assert.False(await host.InScopeAsync(s => s.GetRequiredService<MailSender>().SendOneAsync(CancellationToken.None)));

        Assert.Single(server.Given);
        Assert.Equal(SendState.Uncertain, await host.InDatabaseAsync(db => db.Outbox.Where(o => o.CaseId == id).Select(o => o.State).SingleAsync()));
    }

    private Task<ServiceHost> StartAsync(IMailTransport transport, int recallSeconds) => ServiceHost.StartAsync(
        new Dictionary<string, string> { ["Mail:RecallSeconds"] = $"{recallSeconds}" }, clock, s => s.AddSingleton(transport));

    private static Task<bool> WaitsAsync(ServiceHost host) => host.InDatabaseAsync(async db =>
        await db.Outbox.AnyAsync(o => o.State == SendState.Queued || o.State == SendState.Held) || await db.Notices.AnyAsync(n => n.State == SendState.Queued));

    private static Task<int> CountAsync(ServiceHost host) => host.InDatabaseAsync(async db =>
        await db.Cases.CountAsync() + await db.Messages.CountAsync() + await db.RawMessages.CountAsync() + await db.Drafts.CountAsync()
        + await db.Suggestions.CountAsync() + await db.FrozenMails.CountAsync() + await db.Outbox.CountAsync() + await db.Notices.CountAsync());

    private static int Files(ServiceHost host) => Directory.GetFiles(Path.Combine(host.Folder, "content"), "*", SearchOption.AllDirectories).Length;

    // What is still being sent when the clock jumps counts as abandoned.
    private static Task NothingIsBeingSentAsync(ServiceHost host) =>
        ServiceHost.UntilAsync(async () => !await host.InDatabaseAsync(db => db.Outbox.AnyAsync(o => o.State == SendState.Sending)));
}
