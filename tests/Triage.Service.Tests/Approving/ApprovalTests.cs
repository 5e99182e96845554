using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

public sealed class ApprovalTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Draft = "Guten Tag,\n\nbitte melden Sie den Hund innerhalb von zwei Wochen ab. [A]\n\nMit freundlichen Grüßen\nStadt Musterstadt";
    private static readonly CriticalStatement Deadline = new("innerhalb von zwei Wochen", 40, "deadline", "P2W", Supported: true, "hundesteuer-abmelden#1");

    [Fact]
    public async Task The_review_page_shows_exactly_the_mail_that_goes_out()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund abmelden", "steueramt");
        await host.DraftAsync(id, Draft);

        var review = await clerk.ReviewAsync(id);

        var number = await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync());
        Assert.Equal("Freigabe prüfen", review.Heading);
        Assert.Contains("\"Erika Beispiel\" <erika@example.org>", review.Text, StringComparison.Ordinal);
        Assert.Contains($"AW: Hund abmelden [{number}]", review.Text, StringComparison.Ordinal);
        Assert.Contains("Stadt Musterstadt", review.Text, StringComparison.Ordinal);
        Assert.Contains("buergerservice@musterstadt.example", review.Text, StringComparison.Ordinal);
        Assert.Contains(MailWriter.AiNotice, review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[A]", review.Document.GetElementById("mailtext")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Der Entwurf ist unverändert.", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approved_answer_is_held_and_then_sent_and_what_was_decided_is_recorded()
    {
        await using var quick = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Mail:RecallSeconds"] = "0" });
        using var clerk = await quick.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await quick.CaseAsync("Hund abmelden", "steueramt", topic: "hundesteuer");
        await quick.SuggestAsync(id, "steueramt", "hundesteuer");
        await quick.DraftAsync(id, Draft);

        var approved = await clerk.SendAsync(id);
        await ServiceHost.UntilAsync(() => quick.InDatabaseAsync(db => db.Messages.AnyAsync(m => m.CaseId == id && m.Direction == MessageDirection.Out)));

        Assert.Equal(HttpStatusCode.SeeOther, approved.Status);
        var mail = await MimeKit.MimeMessage.LoadAsync(Directory.EnumerateFiles(quick.OutboxFolder, "*.eml").Single());
        Assert.Equal("erika@example.org", mail.To.Mailboxes.Single().Address);
        Assert.Contains(MailWriter.AiNotice, mail.TextBody, StringComparison.Ordinal);
        Assert.NotNull(mail.Headers[MailWriter.AiHeader]);
        var decision = await quick.InDatabaseAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        Assert.Equal((DecisionKind.Approved, true, "steueramt", "hundesteuer"), (decision.Kind, decision.SuggestionVisible, decision.SuggestedDepartment, decision.Topic));
        Assert.Equal(CaseStatus.Closed, await quick.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_written_by_hand_carries_no_notice_of_ai()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Frage", "steueramt");

        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, das erledigen wir."));

        Assert.DoesNotContain(MailWriter.AiNotice, review.Text, StringComparison.Ordinal);
        Assert.Contains("Der Text ist von Hand geschrieben.", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_21_of_fifty_approvals_at_once_one_wins()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => clerk.ApproveAsync(review, id)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single(answers, a => a.Location!.Contains("ok=freigegeben", StringComparison.Ordinal));
        Assert.Equal(49, answers.Count(a => a.Location!.Contains("ok=schon-freigegeben", StringComparison.Ordinal)));
        Assert.Equal(1, await host.OutboxCountAsync(id));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Approvals.CountAsync(a => a.CaseId == id)));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "approve" && a.SubjectId == id)));
    }

    [Fact]
    public async Task Fault_21_two_people_approve_two_texts_at_once_and_one_goes_out()
    {
        using var kim = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var first = await kim.ReviewAsync(id, ("Text", "Fassung von Kim"));
        var second = await alex.ReviewAsync(id, ("Text", "Fassung von Alex"));

        var answers = await Task.WhenAll(kim.ApproveAsync(first, id), alex.ApproveAsync(second, id));

        Assert.Equal(HttpStatusCode.Conflict, answers[0].Status);
        Assert.Equal(HttpStatusCode.SeeOther, answers[1].Status);
        Assert.Equal(1, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task A_stale_approval_is_refused_and_both_versions_are_shown()
    {
        using var kim = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var review = await kim.ReviewAsync(id, ("Text", "Was Kim geprüft hat."));
        await alex.SubmitAsync(await alex.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/speichern", [new("Text", "Was Alex gespeichert hat.")]);

        var refused = await kim.ApproveAsync(review, id);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Was Kim geprüft hat.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Was Alex gespeichert hat.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));
        var again = await kim.FollowAsync(await kim.SubmitAsync(refused, $"/vorgang/{id}/pruefen"));
        Assert.Contains("Was Alex gespeichert hat.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_the_citizen_makes_an_approval_stale_and_is_shown()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveAsync(Some.Mail("Hund", "Wie melde ich ihn ab?"));
        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, hier die Antwort."));
        await host.InDatabaseAsync(async db =>
        {
            var subject = await db.Cases.SingleAsync(c => c.Id == id);
            subject.Wake();
            db.Messages.Add(new CaseMessage { CaseId = id, Direction = MessageDirection.In, At = subject.CreatedAt.AddHours(1), Subject = "AW", Text = "Das hat sich erledigt." });
            return await db.SaveChangesAsync();
        });

        var refused = await clerk.ApproveAsync(review, id);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Das hat sich erledigt.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task The_server_refuses_an_approval_while_statements_are_not_ticked()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund abmelden", "steueramt");
        await host.DraftAsync(id, Draft, Deadline);
        var review = await clerk.ReviewAsync(id);

        var refused = await clerk.PostAsync(review, $"/vorgang/{id}/freigeben", await host.NewestRevisionAsync(id));

        Assert.Null(review.Document.QuerySelector($"form[action='/vorgang/{id}/freigeben']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("innerhalb von zwei Wochen", refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Fehler: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));
        var approved = await clerk.SendAsync(id, ("Ticked", "deadline:innerhalb von zwei Wochen"));
        Assert.Equal(HttpStatusCode.SeeOther, approved.Status);
    }

    [Fact]
    public async Task An_approval_of_a_hash_that_was_never_reviewed_is_refused()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag."));

        var refused = await clerk.PostAsync(review, $"/vorgang/{id}/freigeben", [new("Nummer", "1"), new("Sha256", new string('a', 64))]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task A_recalled_answer_does_not_go_out_and_its_text_stays()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        var page = await clerk.FollowAsync(await clerk.SendAsync(id, ("Text", "Guten Tag, das war zu früh.")));
        Assert.Contains("bis dahin können Sie sie zurückholen", page.Text, StringComparison.Ordinal);

        var after = await clerk.FollowAsync(await clerk.SubmitAsync(page, $"/vorgang/{id}/zurueckholen"));

        Assert.Contains("Die Antwort ist zurückgeholt.", after.Text, StringComparison.Ordinal);
        Assert.Contains("das war zu früh", after.Document.GetElementById("Text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SendState.Recalled, await host.InDatabaseAsync(db => db.Outbox.Where(o => o.CaseId == id).Select(o => o.State).SingleAsync()));
        Assert.Equal(CaseStatus.Open, await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_change_of_recipient_makes_a_new_revision_and_a_warning()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");
        await clerk.ReviewAsync(id, ("Text", "Guten Tag."));

        var review = await clerk.ReviewAsync(id, ("Recipient", "anders@example.net"));

        Assert.Contains("Die Antwort geht nicht an die Adresse, von der die Anfrage kam", review.Text, StringComparison.Ordinal);
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Revisions.CountAsync(r => r.CaseId == id)));
    }

    [Theory]
    [InlineData("Recipient", "zwei@example.org, drei@example.org")]
    [InlineData("Recipient", "")]
    [InlineData("Subject", " ")]
    [InlineData("Text", "  ")]
    public async Task An_answer_that_lacks_something_comes_back_with_the_error_at_its_field(string field, string value)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");

        var answer = await clerk.ReviewAsync(id, ("Text", "Guten Tag, ein Text."), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("true", answer.Document.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.NotNull(answer.Document.QuerySelector($"#fehler a[href='#{field}']"));
    }

    [Fact]
    public async Task The_differences_to_the_draft_are_shown()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund abmelden", "steueramt");
        await host.DraftAsync(id, Draft);

        var review = await clerk.ReviewAsync(id, ("Text", Draft.Replace("zwei Wochen", "vier Wochen", StringComparison.Ordinal)));

        Assert.Contains("vier", review.Document.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("zwei", review.Document.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
    }
}
