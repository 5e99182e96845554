using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Triaging;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning;

public sealed class DemoReplayTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task Replayed_inquiries_fill_the_figures_but_no_list_of_open_cases_and_no_outbox()
    {
        await WriteAsync([.. Enumerable.Range(0, 60).Select(i => Replayed(i, i % 10 == 3 ? "umweltamt" : "bauamt"))]);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var page = await supervisor.GetAsync("/auswertung?zeitraum=90");
        var inbox = await supervisor.GetAsync("/posteingang?liste=alle");

        // Every twentieth is a blind check; six clerks' corrections are not among those.
        Assert.Equal("zu wenige Fälle", page.Row("t-erster", "Amt, Stichprobe ohne Sicht auf den Vorschlag"));
        Assert.EndsWith("51 richtig, 6 falsch", page.Row("t-erster", "Amt, mit Sicht auf den Vorschlag"), StringComparison.Ordinal);
        Assert.Equal(["Umwelt und Klimaschutz | Bauamt und Stadtplanung | 6 | 6"], page.Rows("t-verwechselt"));
        Assert.Contains("60 Vorgänge darunter gehören zur Vorführung", page.Text, StringComparison.Ordinal);
        Assert.Empty(inbox.Document.QuerySelectorAll(".case"));
        Assert.Equal((0, 0, 0), await host.InDatabaseAsync(async db => (await db.Outbox.CountAsync(), await db.Approvals.CountAsync(), await db.Notices.CountAsync())));
        Assert.All(await host.InDatabaseAsync(db => db.Decisions.ToListAsync()), d => Assert.True(d.Demo));
        var now = TimeProvider.System.GetUtcNow();
        Assert.All(
            await host.InDatabaseAsync(db => db.Cases.AsNoTracking().ToListAsync()),
            c => Assert.True(c.Status == CaseStatus.Closed && c.CreatedAt > now.AddDays(-43) && c.CreatedAt <= c.ClosedAt && c.ClosedAt <= now));
        Assert.Equal(60, (await host.InScopeAsync(s => s.GetRequiredService<DemoReplay>().WrittenAsync(CancellationToken.None))).Count);
    }

    [Fact]
    public void The_same_row_has_the_same_story_and_other_rows_have_others()
    {
        var row = Replayed(0, "bauamt").Golden;
        var stories = Enumerable.Range(0, 300).Select(i => DemoStory.Of(row, i, DateTimeOffset.UnixEpoch)).ToList();

        Assert.Equal(stories, Enumerable.Range(0, 300).Select(i => DemoStory.Of(row, i, DateTimeOffset.UnixEpoch)));
        Assert.Equal(300, stories.Select(s => s.Received).Distinct().Count());
        Assert.Equal(15, stories.Count(s => s.IsBlind));
        Assert.All(stories, s => Assert.True(s.Received <= s.Decided && s.Decided <= s.Answered && s.Answered <= DateTimeOffset.UnixEpoch));
        Assert.Equal([DecisionKind.Approved, DecisionKind.Edited, DecisionKind.Discarded], stories.Select(s => s.Answer).Distinct().Order());
    }

    private Task<bool> WriteAsync(IReadOnlyList<DemoInquiry> inquiries) => host.InScopeAsync(async s =>
    {
        await s.GetRequiredService<DemoReplay>().WriteAsync(inquiries, CancellationToken.None);
        return true;
    });

    private static DemoInquiry Replayed(int place, string suggested) => new(
        place,
        new GoldenInquiry($"T-{place}", place % 2 == 0 ? "web" : "email", "", "Wie hoch darf mein Zaun sein?", "bauamt", "bauantrag", "frage", Answerable: true),
        new Classification(
            suggested, suggested == "bauamt" ? "bauantrag" : null, "frage", Urgent: false, "de", [], Abstained: false, [new(suggested, 0.83)], [], [], [], [], "test-1"));
}
