using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Intake;

public sealed class WithoutAiTests
{
    [Fact]
    public async Task Without_AI_there_is_no_suggestion_and_no_draft_and_the_case_goes_to_Zu_klaeren()
    {
        await using var host = await ServiceHost.StartAsync(CitizenHost.Settings);
        using var citizen = host.Visit();
        const string Text = "Wie melde ich meinen Hund an, und was kostet die Hundesteuer?";
        var (with, _) = await citizen.OpenCaseAsync(("anliegen", Text));
        var (without, _) = await citizen.OpenCaseAsync(("anliegen", Text), ("ohneki", "ja"), ("einfach", "ja"));
        await host.PipelineIdleAsync();

        var plain = await CaseAsync(host, with);
        var wished = await CaseAsync(host, without);
        // The twin shows that it is the wish, not the lack of a model, that keeps the machine out.
        var expected = host.Services.GetRequiredService<ClassifierHost>().Current is null ? 0 : 1;
        Assert.Equal(expected, await host.InDatabaseAsync(db => db.Suggestions.CountAsync(s => s.CaseId == plain.Id)));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Suggestions.CountAsync(s => s.CaseId == wished.Id)));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == wished.Id)));
        Assert.Equal((true, true, null, CaseStatus.Open), (wished.WithoutAi, wished.PlainLanguage, wished.Department, wished.Status));
    }

    private static Task<Case> CaseAsync(ServiceHost host, string number) => host.InDatabaseAsync(db => db.Cases.SingleAsync(c => c.Number == number));
}
