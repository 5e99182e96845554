using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

public sealed class SplitTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_suggested_concern_comes_with_its_sentence_its_office_and_its_topic_chosen()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();

        var link = (await clerk.GetAsync($"/vorgang/{id}")).Document.QuerySelector("section[aria-labelledby=h-zust] a.kern-btn")!;
        var page = await clerk.GetAsync(link.GetAttribute("href")!);

        Assert.Equal([page.Box(TwoConcerns.Lamp)], page.Document.QuerySelectorAll("#Saetze input[checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal("tiefbauamt/beleuchtung", page.Document.QuerySelector("#Ziel option[selected]")!.GetAttribute("value"));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Cases.CountAsync(c => c.Id == id)));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Splits.CountAsync(s => s.OriginId == id)));
    }

    [Fact]
    public async Task The_part_is_a_case_of_its_own_that_went_through_triage_and_drafting()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();

        var split = await clerk.SplitLampAsync(id);
        await host.PipelineIdleAsync();

        Assert.Equal($"/vorgang/{id}?liste=alle&ok=abgespalten", split.Location);
        var (origin, part) = (await host.FindAsync(id), await host.FindAsync((await host.SplitAsync(id)).PartId));
        Assert.NotEqual(origin.Number, part.Number);
        Assert.Equal(("tiefbauamt", "beleuchtung", CaseStatus.Open, "Straßenbeleuchtung und Ampeln"), (part.Department, part.Topic, part.Status, part.Subject));
        Assert.Equal(("erika@example.org", origin.CreatedAt), (part.CitizenAddress, part.CreatedAt));
        Assert.True(part.DueAt > part.CreatedAt);
        Assert.Equal(("steueramt", "hundesteuer"), (origin.Department, origin.Topic));
        var messages = await host.InDatabaseAsync(db => db.Messages.AsNoTracking().Where(m => m.CaseId == part.Id).ToListAsync());
        Assert.Equal($"{TwoConcerns.Lamp} {TwoConcerns.Flickers}", messages.Single(m => m.Direction == MessageDirection.In).Text);
        Assert.True(await host.InDatabaseAsync(db => db.Suggestions.AnyAsync(s => s.CaseId == part.Id)));
        Assert.True(await host.InDatabaseAsync(db => db.Drafts.AnyAsync(d => d.CaseId == part.Id)));
    }

    [Fact]
    public async Task Who_split_what_is_in_the_log_and_the_decision_teaches_the_further_topic()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        var id = await host.ReceiveTwoConcernsAsync();

        var part = await host.PartAsync(clerk, id);

        var entry = await host.InDatabaseAsync(db => db.Audit.SingleAsync(a => a.Action == "split" && a.SubjectId == id));
        Assert.Equal(clerk.Id, entry.ActorId);
        Assert.Contains($"part={part};", entry.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Laterne", entry.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Anliegen abgespalten", (await supervisor.GetAsync("/protokoll")).Text, StringComparison.Ordinal);
        var decision = await host.InDatabaseAsync(db => db.Decisions.SingleAsync(d => d.CaseId == id));
        Assert.Equal((DecisionKind.Split, "tiefbauamt", "beleuchtung", "beleuchtung"), (decision.Kind, decision.AlsoDepartment, decision.AlsoTopic, decision.SuggestedAlso));
        Assert.Empty(Verdicts.Of([decision]));
    }

    [Fact]
    public async Task A_clerk_splits_off_what_nobody_suggested_and_names_it_herself()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var page = await clerk.SplitPageAsync(id, topic: null);

        Assert.Empty(page.Document.QuerySelectorAll("#Saetze input[checked]"));
        await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", page.Box(TwoConcerns.Flickers)), new("Ziel", Target.Unclear), new("Betreff", "Etwas flackert")]);

        var split = await host.SplitAsync(id);
        var part = await host.FindAsync(split.PartId);
        Assert.Equal((null, null, "Etwas flackert"), (part.Department, split.SuggestedTopic, part.Subject));
        await host.PipelineIdleAsync();
        Assert.Null((await host.FindAsync(split.PartId)).Department);
    }

    [Fact]
    public async Task The_first_cases_draft_is_made_anew_from_what_is_left()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var before = await host.InDatabaseAsync(db => db.Drafts.Where(d => d.CaseId == id).Select(d => d.Id).ToListAsync());

        var part = await host.PartAsync(clerk, id);
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Drafts.AnyAsync(d => d.CaseId == id && !before.Contains(d.Id))));

        var drafts = await host.InDatabaseAsync(db => db.Drafts.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id).ToListAsync());
        Assert.Equal(["Superseded", "Suggested"], drafts.Select(d => d.State.ToString()));
        Assert.DoesNotContain("aterne", drafts[1].Draft.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Drafts.CountAsync(d => d.CaseId == part)));
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Suggestions.CountAsync(s => s.CaseId == id)));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_chosen_stays()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var page = await clerk.SplitPageAsync(id);
        var all = page.Document.QuerySelectorAll("#Saetze input").Select(b => KeyValuePair.Create("Saetze", b.GetAttribute("value"))).ToList();

        var nothing = await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", null), new("Ziel", ""), new("Betreff", new string('x', 201))]);
        var everything = await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", all);
        var nonsense = await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", "99"), new("Saetze", "-1"), new("Saetze", "x")]);

        Assert.All(new[] { nothing, everything, nonsense }, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(3, nothing.Document.QuerySelectorAll("#fehler li").Length);
        Assert.Equal(all.Count, everything.Document.QuerySelectorAll("#Saetze input[checked]").Length);
        Assert.Equal("tiefbauamt/beleuchtung", everything.Document.QuerySelector("#Ziel option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Splits.CountAsync(s => s.OriginId == id)));
    }

    [Fact]
    public async Task A_choice_made_on_an_old_page_is_shown_again_and_not_carried_out()
    {
        using var kim = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        using var alex = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        var old = await kim.SplitPageAsync(id);
        await alex.SplitLampAsync(id);

        var refused = await kim.SubmitAsync(old, $"/vorgang/{id}/abspalten");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("hat sich gerade geändert", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"schon im Vorgang {(await host.FindAsync((await host.SplitAsync(id)).PartId)).Number}", refused.Text, StringComparison.Ordinal);
        Assert.Equal([refused.Box(TwoConcerns.Lamp)], refused.Document.QuerySelectorAll("#Saetze input[checked]").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task On_a_blind_check_nothing_is_split_before_the_office_is_chosen()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.ReceiveTwoConcernsAsync();
        await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.BlindCheck, true).SetProperty(x => x.BlindDecided, false)));

        var page = await clerk.SplitPageAsync(id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.DoesNotContain("abspalten?", (await clerk.GetAsync($"/vorgang/{id}")).Html, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[selected], [name=Saetze]"));
    }

    [Fact]
    public async Task Only_the_chosen_attachments_go_with_the_part()
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var mail = Some.Mail("Zwei Sachen", $"{TwoConcerns.Dog}\n\n{TwoConcerns.Lamp}").Replace("text/plain; charset=utf-8", "multipart/mixed; boundary=\"b\"", StringComparison.Ordinal);
        var head = mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)];
        var id = await host.ReceiveAsync($"{head}\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{TwoConcerns.Dog}\n\n{TwoConcerns.Lamp}\n\n{File("steuer.txt", "Bescheid")}{File("lampe.txt", "Foto")}--b--\n");
        var page = await clerk.SplitPageAsync(id, topic: null);
        var lamp = await host.InDatabaseAsync(db => db.Attachments.Where(a => a.CaseId == id && a.FileName == "lampe.txt").Select(a => a.Id).SingleAsync());

        await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", page.Box(TwoConcerns.Lamp)), new("Ziel", "tiefbauamt"), new("Anlagen", $"{lamp}")]);

        var part = (await host.SplitAsync(id)).PartId;
        var file = await host.InDatabaseAsync(db => db.Attachments.AsNoTracking().SingleAsync(a => a.CaseId == part));
        Assert.Equal("lampe.txt", file.FileName);
        Assert.Equal("Foto", (await clerk.GetAsync($"/vorgang/{part}/anlage/{file.Id}")).Html.Trim());

        static string File(string name, string text) => $"--b\nContent-Type: text/plain; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\n\n{text}\n";
    }
}
