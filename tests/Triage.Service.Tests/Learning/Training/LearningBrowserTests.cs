using Microsoft.Playwright;
using Triage.Models.Learning;
using Triage.Service.Accounts;
using Triage.Service.Learning.Training;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning.Training;

public sealed class LearningBrowserTests(ServiceHost host, Chromium chromium) : IClassFixture<ServiceHost>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task The_page_violates_no_rule_of_axe_and_does_not_scroll_sideways(ColorScheme scheme, int width)
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var now = TimeProvider.System.GetUtcNow();
        await host.InDatabaseAsync(async db =>
        {
            var run = new TrainingRun
            {
                RequestedBy = supervisor.Id, RequestedAt = now, NotBefore = now, Slot = null, State = TrainingState.Refused, FinishedAt = now, Learned = new LearnedFrom(5053, 120, 40),
                Comparison = new ModelComparison([new ClassComparison("department", null, 610, 500, 30, 10)], [new ClassComparison("topic", "hundesteuer", 9, 8, 7, 0), new ClassComparison("urgent", "urgent", 40, 30, 1, 2)]),
            };
            db.TrainingRuns.Add(run);
            await db.SaveChangesAsync();
            db.Models.Add(new StoredModel { RunId = run.Id, Version = "router-0123456789ab", At = now, LearnedUntil = now, AgainstId = null, Zip = [1], ErasedCases = 2 });
            return await db.SaveChangesAsync();
        });
        var page = await chromium.OpenAsync(host, supervisor, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });

        await page.InspectAsync(host, "/lernen");
        await page.ClickAsync("form[action='/lernen/modell'] button");
        await page.InspectAsync("/lernen/modell");
    }
}
