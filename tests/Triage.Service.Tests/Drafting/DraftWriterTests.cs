using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting;

public sealed class DraftWriterTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData("Wie melde ich meinen Hund ab?", "frage", true)]
    [InlineData("Gegen den Bescheid lege ich Widerspruch ein.", "frage", false)]
    [InlineData("Wie melde ich meinen Hund ab?", "widerspruch", false)]
    public async Task A_later_message_that_objects_and_a_case_decided_to_be_an_objection_get_no_draft(string text, string decided, bool drafted)
    {
        var id = await host.CaseAsync("Hund", "steueramt", kind: decided);
        await host.SuggestAsync(id, "steueramt", "hundesteuer");
        var written = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TriageDbContext>();
            var subject = await db.Cases.SingleAsync(c => c.Id == id);
            var suggestion = await db.Suggestions.SingleAsync(s => s.CaseId == id);
            var later = new CaseMessage { CaseId = id, Direction = MessageDirection.In, At = DateTimeOffset.UnixEpoch, Subject = "AW", Text = text };
            return await services.GetRequiredService<DraftWriter>().WriteAsync(subject, later, suggestion, CancellationToken.None);
        });
        Assert.Equal(drafted, written is not null);
    }
}
