using System.Net;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;

namespace Triage.Models.Tests.Drafting.LanguageModels;

public sealed class ModelProgressTests
{
    [Fact]
    public async Task Each_stage_of_each_attempt_is_told_in_order()
    {
        var seen = new Seen();
        using var scripted = new ScriptedModel(ScriptedEndpoint.Status(HttpStatusCode.BadGateway, retryAfter: 0), ScriptedEndpoint.Streams("Eine Antwort in mehreren Stücken."));

        await new LanguageModelDrafter(scripted.Model, new ReplyComposer(null)).DraftAsync(Case.Request(), seen, TestContext.Current.CancellationToken);

        Assert.Equal(
            [(ModelStage.Waiting, 1), (ModelStage.Waiting, 2), (ModelStage.Writing, 2), (ModelStage.Checking, 2)],
            seen.Reports.Select(r => (r.Stage, r.Attempt)));
        Assert.All(seen.Reports, r => Assert.Equal(TimeSpan.FromSeconds(3), r.Deadline));
    }

    private sealed class Seen : IProgress<ModelProgress>
    {
        public List<ModelProgress> Reports { get; } = [];

        public void Report(ModelProgress value) => Reports.Add(value);
    }
}
