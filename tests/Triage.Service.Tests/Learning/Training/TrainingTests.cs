using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Learning.Training;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning.Training;

public sealed class TrainingTests(SmallRouter router, PostgresServer postgres) : IClassFixture<SmallRouter>
{
    [Theory]
    [MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_55_sixty_percent_of_one_class_mislabelled_is_refused_with_the_class_named_and_rightly_labelled_passes(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var fresh = SmallRouter.Fresh(SmallRouter.Topic);
        var decided = await host.CorrectAsync(fresh, "steueramt", SmallRouter.Topic);
        var spoiled = decided.Where((_, i) => i % 5 < 3).ToList();

        var passed = await host.TrainAsync(supervisor);
        var promoted = await supervisor.PromoteAsync("1");
        await host.InDatabaseAsync(db => db.Decisions.Where(d => spoiled.Contains(d.CaseId))
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Department, "ordnungsamt").SetProperty(x => x.Topic, SmallRouter.Mistaken)));
        var refused = await host.TrainAsync(supervisor);

        Assert.Equal("/lernen?ok=gewaehlt", promoted.Location);
        Assert.Contains("Abgelehnt", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Amt: Steueramt", refused.Document.GetElementById("gefallen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thema: Hundesteuer", refused.Document.GetElementById("gefallen")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("schlechter", refused.Row("t-klassen", "Thema: Hundesteuer"), StringComparison.Ordinal);
        Assert.Equal(["mitgeliefert"], refused.Document.QuerySelectorAll("input[name=Modell]").Select(m => m.GetAttribute("value")));
        Assert.Contains("Bestanden", passed.Text, StringComparison.Ordinal);
        Assert.Null(passed.Document.GetElementById("gefallen"));
        Assert.Equal(["1"], passed.Document.QuerySelectorAll("input[name=Modell]").Select(m => m.GetAttribute("value")));
        Assert.Equal([TrainingState.Passed, TrainingState.Refused], await host.InDatabaseAsync(db => db.TrainingRuns.OrderBy(r => r.Id).Select(r => r.State).ToListAsync()));
        Assert.Equal(fresh.Count, await host.InDatabaseAsync(db => db.LearnedCases.CountAsync()));
    }

    [Fact]
    public async Task Neither_replayed_decisions_nor_people_who_asked_for_no_AI_nor_cases_of_a_rule_nor_erased_ones_are_learned_from()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var fresh = SmallRouter.Fresh("wohnsitz");
        await host.CorrectAsync(fresh.Take(5), "buergerbuero", "wohnsitz", demo: true);
        await host.CorrectAsync(fresh.Skip(5).Take(5), "buergerbuero", "wohnsitz", withoutAi: true);
        var real = await host.CorrectAsync(fresh.Skip(10).Take(2), "buergerbuero", "wohnsitz");
        await host.CorrectAsync(fresh.Skip(12), "buergerbuero", "wohnsitz", rule: 7);
        await host.EraseAsync(real[0], administrator.Id);

        var read = await host.InScopeAsync(s => s.GetRequiredService<MaterialReader>().ReadAsync(CancellationToken.None));
        var page = await administrator.GetAsync("/lernen");

        Assert.Equal([real[1]], read.CaseIds);
        var row = Assert.Single(read.Examples);
        Assert.Equal((fresh[11].Inquiry.Whole, "buergerbuero", "wohnsitz"), (row.Inquiry.Whole, row.Department, row.Topic));
        Assert.StartsWith("1 entschiedener Vorgang", page.Document.GetElementById("entschieden")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Of_two_trainings_asked_for_at_once_one_begins_however_many_instances_there_are(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var page = await supervisor.GetAsync("/lernen");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => supervisor.SubmitAsync(page, "/lernen/trainieren")));
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.InScopeAsync(s => s.GetRequiredService<TrainingQueue>().ClaimAsync(CancellationToken.None))));

        Assert.Single(answers, a => a.Location is not null);
        Assert.Contains("Es läuft schon ein Training", answers.First(a => a.Location is null).Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.TrainingRuns.CountAsync()));
        Assert.True(claims.Count(c => c is not null) <= 1);
    }

    [Theory]
    [InlineData(0, nameof(TrainingState.Passed))]
    [InlineData(TrainingQueue.MostAttempts, nameof(TrainingState.Failed))]
    public async Task A_training_whose_instance_was_killed_is_begun_anew_and_given_up_after_three_times(int attempts, string ends)
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var now = TimeProvider.System.GetUtcNow();
        await host.InDatabaseAsync(db =>
        {
            db.TrainingRuns.Add(new TrainingRun { RequestedBy = supervisor.Id, RequestedAt = now, NotBefore = now.AddSeconds(-1), State = TrainingState.Running, Token = 5, Attempts = attempts });
            return db.SaveChangesAsync();
        });

        await host.TrainedAsync();

        Assert.Equal(ends, (await host.InDatabaseAsync(db => db.TrainingRuns.SingleAsync())).State.ToString());
    }

    [Fact]
    public async Task A_training_goes_on_at_another_instance_when_its_own_is_stopped()
    {
        var settings = await postgres.SettingsAsync(DatabaseKind.Postgres, router.Settings);
        await using (var stopped = await ServiceHost.StartAsync(settings))
        {
            using var supervisor = await stopped.SignInAsync(StaffRole.Supervisor);
            await supervisor.SubmitAsync(await supervisor.GetAsync("/lernen"), "/lernen/trainieren");
            await ServiceHost.UntilAsync(() => stopped.InDatabaseAsync(db => db.TrainingRuns.AnyAsync(r => r.State == TrainingState.Running)));
        }

        await using var other = await ServiceHost.StartAsync(settings);
        await other.TrainedAsync();

        var run = await other.InDatabaseAsync(db => db.TrainingRuns.SingleAsync());
        Assert.Equal((TrainingState.Passed, 1), (run.State, run.Attempts));
    }

    [Fact]
    public async Task The_process_that_learns_ends_with_the_service_that_started_it()
    {
        var output = Directory.CreateTempSubdirectory("triage-learn-").FullName;
        var job = new TrainingJob([], router.TrainingFile, router.MeasuringFile, router.ModelFolder, output, output);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Work).Assembly.Location, TrainingProcess.Command]) { RedirectStandardInput = true })!;

        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, JsonSerializerOptions.Web));
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.False(File.Exists(job.ResultFile));
        Directory.Delete(output, recursive: true);
    }

    [Theory]
    [InlineData(StaffRole.Clerk)]
    [InlineData(StaffRole.Editor)]
    public async Task Learning_exists_for_supervisors_and_administrators_alone(string role)
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var other = await host.SignInAsync(role, "bauamt");
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var account = await other.GetAsync("/konto");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync("/lernen")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.PostAsync(account, "/lernen/trainieren")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.PostAsync(account, "/lernen/modell", [new("Modell", "mitgeliefert"), new("Sicher", "ja")])).Status);
        Assert.Empty(account.Document.QuerySelectorAll("a[href='/lernen']"));
        Assert.Equal("Lernen", (await administrator.GetAsync("/lernen")).Heading);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.TrainingRuns.CountAsync()));
    }

    private async Task<ServiceHost> StartAsync(DatabaseKind kind) => await ServiceHost.StartAsync(await postgres.SettingsAsync(kind, router.Settings));
}
