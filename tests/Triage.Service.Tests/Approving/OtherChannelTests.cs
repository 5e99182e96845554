using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

public sealed class OtherChannelTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_letter_is_printed_and_answered_only_when_a_person_has_posted_it()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.FollowAsync(await clerk.SendAsync(id, ("Channel", "Letter"), ("Text", "Guten Tag, ein Brief.")));

        var letter = await clerk.GetAsync($"/vorgang/{id}/brief");
        var before = await StatusAsync(id);
        var posted = await clerk.FollowAsync(await clerk.SubmitAsync(letter, $"/vorgang/{id}/versandt"));

        Assert.Contains("Bitte drucken und versenden Sie ihn.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Guten Tag, ein Brief.", letter.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Open, before);
        Assert.Contains("Der Brief ist als versandt vermerkt.", posted.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Closed, await StatusAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/vorgang/{id}/brief")).Status);
        Assert.False(Directory.Exists(host.OutboxFolder) && Directory.EnumerateFiles(host.OutboxFolder).Any());
    }

    [Fact]
    public async Task A_letter_that_waits_to_be_posted_can_be_recalled()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.FollowAsync(await clerk.SendAsync(id, ("Channel", "Letter"), ("Text", "Guten Tag, ein Brief.")));

        var after = await clerk.FollowAsync(await clerk.SubmitAsync(page, $"/vorgang/{id}/zurueckholen"));

        Assert.Contains("ein Brief.", after.Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SendState.Recalled, await host.InDatabaseAsync(db => db.Outbox.Where(o => o.CaseId == id).Select(o => o.State).SingleAsync()));
    }

    [Fact]
    public async Task A_letter_whose_frozen_bytes_were_changed_is_not_printed()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.SendAsync(id, ("Channel", "Letter"), ("Text", "Guten Tag, ein Brief."));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE frozen_mails SET \"Mime\" = CAST(replace(CAST(\"Mime\" AS TEXT), 'Brief', 'Trick') AS BLOB) WHERE \"CaseId\" = {id}"));

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/vorgang/{id}/brief")).Status);
    }

    [Fact]
    public async Task A_phone_call_leaves_a_note_and_closes_the_case_without_a_mail()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");

        var page = await clerk.ReviewAsync(id, ("Channel", "Phone"), ("Recipient", ""), ("Text", "Herr Beispiel bringt das Formular vorbei."));
        var after = await clerk.FollowAsync(await clerk.SubmitAsync(page, $"/vorgang/{id}/telefonat"));

        Assert.Contains("Es wird nichts gesendet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Herr Beispiel bringt das Formular vorbei.", after.Document.QuerySelector(".history__note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Closed, await StatusAsync(id));
        Assert.Equal(0, await host.OutboxCountAsync(id));
        Assert.Null(await host.ReplyAsync(id));
    }

    [Fact]
    public async Task A_question_back_puts_the_case_to_wait_after_sending()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        await host.DraftAsync(id, "Ein Entwurf");
        var page = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/rueckfrage"));

        var text = page.Document.GetElementById("Text")!.TextContent;
        var review = await clerk.ReviewAsync(id, ("Text", text.Replace("\n\n\n\n", "\n\nIhre Anschrift?\n\n", StringComparison.Ordinal)));
        await clerk.ApproveAsync(review, id);

        Assert.Contains("brauchen wir noch eine Angabe", text, StringComparison.Ordinal);
        Assert.DoesNotContain(MailWriter.AiNotice, review.Text, StringComparison.Ordinal);
        Assert.Contains("Danach wartet der Vorgang auf die Antwort.", review.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Waiting, await StatusAsync(id));
    }

    private Task<CaseStatus> StatusAsync(long id) => host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync());
}
