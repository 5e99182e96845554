using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Drafting.LanguageModels;
using Triage.Service.Accounts;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting;

/// <summary>Another citizen's words cannot come into a draft, because a prompt holds one case.</summary>
public sealed class OneCaseTests
{
    [Fact]
    public async Task Fault_40_each_prompt_holds_one_cases_words_and_each_draft_its_own_also_for_the_same_citizen()
    {
        var model = new EchoingModel();
        var options = new LanguageModelOptions { Endpoint = new Uri("http://localhost:1/v1"), Model = "m" };
        await using var host = await ServiceHost.StartAsync(
            services: s => s.AddSingleton(new LanguageModel(options, model, TimeProvider.System)).AddSingleton<LanguageModelDrafter>());
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        string[] canaries = [.. "abcdefgh".Select(c => $"Kanarienhaus{new string(c, 3)}")];

        // Half of them from one address, all at once, so that several are in the queue together.
        await Task.WhenAll(canaries.Select((c, i) => ReceiveAsync(host, Some.Mail(
            "Frage zur Hundesteuer", $"Guten Tag,\n\nwie melde ich meinen Hund aus dem {c} ab?", i % 2 == 0 ? "Erika Beispiel <erika@example.org>" : $"Person <person{i}@example.org>"))));
        await host.PipelineIdleAsync();

        var own = await host.InDatabaseAsync(db => db.Messages.AsNoTracking().ToDictionaryAsync(m => m.CaseId, m => EchoingModel.Canaries(m.Text).Single()));
        Assert.Equal(canaries, own.Values.Order(StringComparer.Ordinal));
        Assert.Equal(canaries, model.Asked.Select(a => Assert.Single(a)).Distinct().Order(StringComparer.Ordinal));
        foreach (var draft in await host.InDatabaseAsync(db => db.Drafts.AsNoTracking().ToListAsync()))
        {
            Assert.Equal([own[draft.CaseId]], EchoingModel.Canaries(draft.Draft.Text));
        }

        foreach (var (id, canary) in own)
        {
            Assert.Equal([canary], EchoingModel.Canaries((await clerk.GetAsync($"/vorgang/{id}")).Text));
        }
    }

    private static Task<Acceptance> ReceiveAsync(ServiceHost host, string eml)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(eml.ReplaceLineEndings("\r\n"));
        var message = new IncomingMessage { Key = Guid.NewGuid().ToString("N"), OpenRaw = () => new MemoryStream(bytes, writable: false) };
        return host.InScopeAsync(s => s.GetRequiredService<InquiryStore>().AcceptAsync("folder", message, CancellationToken.None));
    }
}
