using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class FeedbackTests(CitizenHost fixture) : IClassFixture<CitizenHost>
{
    private readonly ServiceHost host = fixture.Host;

    [Fact]
    public async Task Feedback_is_asked_for_after_an_answer_once()
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
        await citizen.LookUpAsync(number, code);
        Assert.Equal("/stand", (await citizen.GetAsync("/rueckmeldung")).Location);
        await AnswerAsync(number);

        var page = await citizen.GetAsync("/rueckmeldung");
        var empty = await citizen.SubmitAsync(page, "/rueckmeldung");
        var told = await citizen.FollowAsync(await citizen.SubmitAsync(page, "/rueckmeldung", [.. Field("urteil", "Partly"), .. Field("text", "Zu lang.")]));
        await citizen.SubmitAsync(page, "/rueckmeldung", Field("urteil", "Solved"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Danke für Ihre Rückmeldung.", told.Text, StringComparison.Ordinal);
        var feedback = Assert.Single(await host.InDatabaseAsync(db => db.Feedback.Where(f => db.Cases.Any(c => c.Id == f.CaseId && c.Number == number)).ToListAsync()));
        Assert.Equal((FeedbackVerdict.Partly, "Zu lang."), (feedback.Verdict, feedback.Text));
        Assert.Equal("/stand", (await citizen.GetAsync("/rueckmeldung")).Location);
    }

    private static Dictionary<string, string?> Field(string name, string value) => new() { [name] = value };

    private Task<bool> AnswerAsync(string number) => host.InDatabaseAsync(async db =>
    {
        var subject = await db.Cases.SingleAsync(c => c.Number == number);
        db.Messages.Add(new CaseMessage { CaseId = subject.Id, Direction = MessageDirection.Out, At = subject.CreatedAt, Subject = "AW", Text = "Ja." });
        return await db.SaveChangesAsync() > 0;
    });
}
