using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Learning.Training;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Learning.Training;

public sealed class PromotionTests(SmallRouter router, OtherRouter other, PostgresServer postgres) : IClassFixture<SmallRouter>, IClassFixture<OtherRouter>
{
    [Fact]
    public async Task A_promoted_model_serves_on_every_running_instance_and_the_former_one_comes_back()
    {
        var settings = await postgres.SettingsAsync(DatabaseKind.Postgres, router.Settings);
        await using var host = await ServiceHost.StartAsync(settings);
        await using var second = await ServiceHost.StartAsync(settings);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id);
        await ServesAsync(second, router.Version);

        await supervisor.PromoteAsync($"{id}");
        await ServesAsync(host, other.Version);
        await ServesAsync(second, other.Version);
        var suggested = await host.ReceiveAsync(Some.Mail("Hund", "Ich möchte meinen Hund zur Hundesteuer anmelden."));
        await supervisor.PromoteAsync("mitgeliefert");
        await ServesAsync(host, router.Version);
        await ServesAsync(second, router.Version);

        Assert.Equal($"{other.Version}-ngrams", await host.InDatabaseAsync(db => db.Suggestions.Where(s => s.CaseId == suggested).Select(s => s.ModelVersion).SingleAsync()));
        var log = await host.InDatabaseAsync(db => db.Audit.Where(a => a.Action == "promote-model").OrderBy(a => a.Sequence).Select(a => new { a.ActorId, a.SubjectId, a.Detail }).ToListAsync());
        Assert.Equal([((long?)supervisor.Id, (long?)id, $"version={other.Version};before="), (supervisor.Id, null, $"version=shipped;before={id}")], log.Select(a => (a.ActorId, a.SubjectId, a.Detail)));
    }

    [Fact]
    public async Task A_promoted_model_serves_after_a_restart_too()
    {
        var settings = await postgres.SettingsAsync(DatabaseKind.Postgres, router.Settings);
        await using (var host = await ServiceHost.StartAsync(settings))
        {
            using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
            await supervisor.PromoteAsync($"{await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id)}");
        }

        await using var again = await ServiceHost.StartAsync(settings);

        Assert.Equal($"{other.Version}-ngrams", (await again.Services.GetRequiredService<ClassifierHost>().ServingAsync(CancellationToken.None))!.ModelVersion);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    public async Task A_damaged_stored_model_is_refused_the_old_one_serves_and_the_status_page_says_so(double place)
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(DatabaseKind.Sqlite, router.Settings));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id, zip => Flip(zip, place));

        await supervisor.PromoteAsync($"{id}");
        var classifier = host.Services.GetRequiredService<ClassifierHost>();
        await ServiceHost.UntilAsync(() => Task.FromResult(classifier.Problem is not null));
        var state = await supervisor.GetAsync("/systemstand");

        Assert.Equal($"{router.Version}-ngrams", classifier.Current!.ModelVersion);
        Assert.Contains($"Das gewählte Modell {id} ", state.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bitte prüfen", state.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        await supervisor.PromoteAsync("mitgeliefert");
        await ServiceHost.UntilAsync(() => Task.FromResult(classifier.Problem is null));
    }

    [Fact]
    public async Task A_model_is_promoted_only_confirmed_as_it_was_seen_and_measured_against_the_one_that_serves()
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(DatabaseKind.Sqlite, router.Settings));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var first = await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id);
        var second = await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id);
        var seen = await supervisor.GetAsync("/lernen");

        var unsure = await supervisor.SubmitAsync(seen, "/lernen/modell", [new("Modell", $"{first}")]);
        var nothing = await supervisor.SubmitAsync(seen, "/lernen/modell", [new("Sicher", "ja")]);
        await supervisor.PromoteAsync($"{first}");
        var stale = await supervisor.SubmitAsync(seen, "/lernen/modell", [new("Modell", $"{second}"), new("Sicher", "ja")]);
        var now = await supervisor.GetAsync("/lernen");
        var outdated = await supervisor.PostAsync(now, "/lernen/modell", [new("Modell", $"{second}"), new("Sicher", "ja"), new("Gesehen", $"{first}")]);

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [unsure.Status, nothing.Status]);
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [stale.Status, outdated.Status]);
        Assert.Contains("gegen ein anderes Modell gemessen", now.Text, StringComparison.Ordinal);
        Assert.Equal(first, await host.InScopeAsync(s => s.GetRequiredService<StoredModels>().ServingAsync(CancellationToken.None)));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "promote-model")));
    }

    [Theory]
    [MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task An_erasure_leaves_a_number_at_the_model_and_no_trace_of_whom(DatabaseKind kind)
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(kind, router.Settings));
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var cases = await host.CorrectAsync(SmallRouter.Fresh("wohnsitz").Take(3), "buergerbuero", "wohnsitz");
        var id = await host.KeepAsync(other.ModelFolder, other.Version, administrator.Id);
        await host.InDatabaseAsync(db =>
        {
            db.LearnedCases.AddRange(cases.Select(c => new LearnedCase(id, c)));
            return db.SaveChangesAsync();
        });
        await administrator.PromoteAsync($"{id}");

        await host.EraseAsync(cases[0], administrator.Id);
        await host.EraseAsync(cases[1], administrator.Id);
        var page = await administrator.GetAsync("/lernen");

        Assert.Contains("Enthält gelöschte Fälle: neu trainieren.", page.Document.GetElementById("geloescht")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 Vorgänge", page.Document.GetElementById("geloescht")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([cases[2]], await host.InDatabaseAsync(db => db.LearnedCases.Select(l => l.CaseId).ToListAsync()));
        await administrator.PromoteAsync("mitgeliefert");
        await host.KeepAsync(router.ModelFolder, router.Version, administrator.Id);
        await host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<StoredModels>().PruneAsync(CancellationToken.None);
            return true;
        });
        Assert.DoesNotContain(id, await host.InDatabaseAsync(db => db.Models.Select(m => m.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_case_that_was_erased_while_the_training_ran_counts_at_its_candidate()
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(DatabaseKind.Sqlite, router.Settings));
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var cases = await host.CorrectAsync(SmallRouter.Fresh("wohnsitz").Take(3), "buergerbuero", "wohnsitz");
        var read = await host.InScopeAsync(s => s.GetRequiredService<MaterialReader>().ReadAsync(CancellationToken.None));
        await host.EraseAsync(cases[1], administrator.Id);
        var now = TimeProvider.System.GetUtcNow();
        var run = new TrainingRun { RequestedBy = administrator.Id, RequestedAt = now, NotBefore = now, Slot = null, State = TrainingState.Passed, FinishedAt = now };
        var job = new TrainingJob([], "", "", "", "", Path.GetDirectoryName(other.ModelFolder)!);

        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<TriageDbContext>();
            db.TrainingRuns.Add(run);
            await db.SaveChangesAsync();
            await db.InTransactionAsync(() => s.GetRequiredService<CandidateShelf>().KeepAsync(run, new PreparedJob(job, read, null), other.Version), CancellationToken.None);
            return true;
        });

        Assert.Equal(3, read.CaseIds.Count);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Models.Select(m => m.ErasedCases).SingleAsync()));
        Assert.Equal([cases[0], cases[2]], await host.InDatabaseAsync(db => db.LearnedCases.Select(l => l.CaseId).Order().ToListAsync()));
    }

    [Fact]
    public async Task Only_a_few_old_models_are_kept()
    {
        await using var host = await ServiceHost.StartAsync(await postgres.SettingsAsync(DatabaseKind.Sqlite, router.Settings));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var ids = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await host.KeepAsync(other.ModelFolder, other.Version, supervisor.Id));
        }

        await supervisor.PromoteAsync($"{ids[0]}");

        Assert.Equal([ids[0], .. ids[3..]], await host.InDatabaseAsync(db => db.Models.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()));
    }

    private static Task ServesAsync(ServiceHost host, string version) => ServiceHost.UntilAsync(() =>
        Task.FromResult(host.Services.GetRequiredService<ClassifierHost>().Current?.ModelVersion == $"{version}-ngrams"));

    private static byte[] Flip(byte[] zip, double place)
    {
        zip[(int)(zip.Length * place)] ^= 0x10;
        return zip;
    }
}

/// <summary>Another router than <see cref="SmallRouter"/>'s, trained on its fresh inquiries.</summary>
public sealed class OtherRouter : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("triage-router-").FullName;

    public OtherRouter()
    {
        Version = SmallRouter.Train([.. new[] { SmallRouter.Topic, SmallRouter.Mistaken, "wohnsitz" }.SelectMany(SmallRouter.Fresh).Select(r => r.Complete())], ModelFolder);
    }

    public string ModelFolder => Path.Combine(folder, "candidate");

    public string Version { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
