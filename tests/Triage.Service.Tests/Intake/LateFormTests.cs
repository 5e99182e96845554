using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>Who writes for longer than the half hour of the case's page loses nothing.</summary>
public sealed class LateFormTests : IAsyncLifetime
{
    private const string Typed = "Sie brennt <wieder> nicht.\n\nSeit Montag.";

    private readonly MovedClock clock = new();
    private ServiceHost host = null!;
    private Visitor citizen = null!;
    private string number = "";
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        host = await ServiceHost.StartAsync(CitizenHost.Settings, clock);
        citizen = host.Visit();
        (number, code) = await citizen.OpenCaseAsync();
        await host.PipelineIdleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        citizen.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_late_addition_is_shown_again_and_added_as_soon_as_the_code_is_given()
    {
        var late = await SendLateAsync("/stand", "/stand/ergaenzen", [new("ergaenzung", Typed)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Die Zeit ist abgelaufen"), (late.Status, late.Heading));
        Assert.Equal((Typed, number), (late.Document.GetElementById("ergaenzung")!.TextContent, late.Document.GetElementById("aktenzeichen")!.GetAttribute("value")));
        Assert.Null(late.Document.GetElementById("fehler"));
        Assert.Equal([Citizen.Text], await MessagesAsync());

        var added = await citizen.FollowAsync(await citizen.SubmitAsync(late, "/stand/ergaenzen", [new("code", code)]));
        await citizen.SubmitAsync(late, "/stand/ergaenzen", [new("code", code)]);
        await host.PipelineIdleAsync();

        Assert.Contains("Ihre Ergänzung ist bei uns angekommen.", added.Text, StringComparison.Ordinal);
        Assert.Equal("Stand Ihres Anliegens", added.Heading);
        Assert.Equal([Citizen.Text, Typed], await MessagesAsync());
    }

    [Fact]
    public async Task Late_feedback_is_shown_again_and_kept_as_soon_as_the_code_is_given()
    {
        await AnswerAsync();
        var late = await SendLateAsync("/rueckmeldung", "/rueckmeldung", [new("text", Typed), new("urteil", "Partly")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Die Zeit ist abgelaufen"), (late.Status, late.Heading));
        Assert.Equal((Typed, number), (late.Document.GetElementById("text")!.TextContent, late.Document.GetElementById("aktenzeichen")!.GetAttribute("value")));
        Assert.Equal("Partly", late.Document.QuerySelector("[name=urteil][checked]")!.GetAttribute("value"));
        Assert.Empty(await FeedbackAsync());

        var told = await citizen.FollowAsync(await citizen.SubmitAsync(late, "/rueckmeldung", [new("code", code)]));

        Assert.Contains("Danke für Ihre Rückmeldung.", told.Text, StringComparison.Ordinal);
        var feedback = Assert.Single(await FeedbackAsync());
        Assert.Equal((FeedbackVerdict.Partly, Typed), (feedback.Verdict, feedback.Text));
    }

    [Theory]
    [InlineData("/stand", "/stand/ergaenzen", "ergaenzung")]
    [InlineData("/rueckmeldung", "/rueckmeldung", "text")]
    public async Task A_wrong_code_is_explained_and_the_late_text_stays(string address, string action, string field)
    {
        await AnswerAsync();
        var late = await SendLateAsync(address, action, [new(field, Typed), new("urteil", "No")]);

        foreach (var wrong in new[] { StatusCode.New(), "" })
        {
            var refused = await citizen.SubmitAsync(late, action, [new("code", wrong)]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Aktenzeichen und Statuscode passen nicht zusammen.", refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Typed, refused.Document.GetElementById(field)!.TextContent);
            Assert.Equal("Stand Ihres Anliegens abfragen", (await citizen.GetAsync("/stand")).Heading);
            late = refused;
        }

        await host.PipelineIdleAsync();
        Assert.Equal([Citizen.Text], await MessagesAsync());
        Assert.Empty(await FeedbackAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.SubmitAsync(late, action, [new("code", code)])).Status);
    }

    [Fact]
    public async Task A_late_text_that_is_too_long_stays_on_the_page_that_the_code_opens()
    {
        var longer = new string('ä', InquiryFormCheck.MaxText + 1);
        var late = await SendLateAsync("/stand", "/stand/ergaenzen", [new("ergaenzung", longer)]);

        var opened = await citizen.SubmitAsync(late, "/stand/ergaenzen", [new("code", code)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Stand Ihres Anliegens"), (opened.Status, opened.Heading));
        Assert.Contains("zu lang", opened.Document.GetElementById("ergaenzung-fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(longer, opened.Document.GetElementById("ergaenzung")!.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.SubmitAsync(opened, "/stand/ergaenzen", [new("ergaenzung", Typed)])).Status);
    }

    [Fact]
    public async Task Late_feedback_with_the_number_of_a_case_without_an_answer_stays()
    {
        await AnswerAsync();
        var late = await SendLateAsync("/rueckmeldung", "/rueckmeldung", [new("text", Typed), new("urteil", "Solved")]);
        using var other = host.Visit();
        var (unanswered, itsCode) = await other.OpenCaseAsync();

        var refused = await citizen.SubmitAsync(late, "/rueckmeldung", [new("aktenzeichen", unanswered), new("code", itsCode)]);

        Assert.Contains("noch keine Antwort", refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Typed, refused.Document.GetElementById("text")!.TextContent);
        Assert.Equal("/stand?rueckmeldung=1", (await citizen.SubmitAsync(refused, "/rueckmeldung", [new("aktenzeichen", number), new("code", code)])).Location);
        Assert.Equal(Typed, Assert.Single(await FeedbackAsync()).Text);
    }

    [Fact]
    public async Task Files_of_a_late_addition_have_to_be_chosen_again()
    {
        var page = await citizen.LookUpAsync(number, code);
        clock.Advance(TimeSpan.FromMinutes(31));
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "\"anhang\"", "foto.jpg" } };
        foreach (var (name, value) in FormFields.Of(page.Document.Forms.Single(f => f.GetAttribute("action") == "/stand/ergaenzen"), [new("ergaenzung", Typed)], null))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        using var response = await citizen.Http.PostAsync(new Uri("/stand/ergaenzen", UriKind.Relative), content);
        var late = await Visitor.ReadAsync(response);

        Assert.Equal(Typed, late.Document.GetElementById("ergaenzung")!.TextContent);
        Assert.Contains("Bitte wählen Sie sie noch einmal aus.", late.Text, StringComparison.Ordinal);
        Assert.NotNull(late.Document.GetElementById("anhang"));
    }

    private async Task<Answer> SendLateAsync(string address, string action, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        await citizen.LookUpAsync(number, code);
        var page = await citizen.GetAsync(address);
        clock.Advance(TimeSpan.FromMinutes(31));
        return await citizen.SubmitAsync(page, action, fields);
    }

    private Task<List<string>> MessagesAsync() => host.InDatabaseAsync(db => db.Messages
        .Where(m => m.Direction == MessageDirection.In).OrderBy(m => m.Id).Select(m => m.Text).ToListAsync());

    private Task<List<Feedback>> FeedbackAsync() => host.InDatabaseAsync(db => db.Feedback.ToListAsync());

    private Task<int> AnswerAsync() => host.InDatabaseAsync(async db =>
    {
        var subject = await db.Cases.SingleAsync(c => c.Number == number);
        db.Messages.Add(new CaseMessage { CaseId = subject.Id, Direction = MessageDirection.Out, At = subject.CreatedAt, Subject = "AW", Text = "Ja." });
        return await db.SaveChangesAsync();
    });
}
