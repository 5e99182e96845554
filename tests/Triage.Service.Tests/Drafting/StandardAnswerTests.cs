using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Drafting;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting;

/// <summary>A text that a person wrote for a topic comes before any generated one.</summary>
public sealed class StandardAnswerTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    private const string Address = "/wissen/standardantworten/hundesteuer";
    private const string Text = "Die Zwetschgenmarke liegt bei uns bereit. Der erste Hund kostet {{fee:hundesteuer-erster}}.";

    [Fact]
    public async Task A_released_standard_answer_is_the_answer_of_a_draft_with_its_fees_filled_in_and_is_its_own_source()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);

        var written = await WriteAsync("frage");

        var draft = written!.Result.Draft;
        Assert.StartsWith("Guten Tag Erika Beispiel,", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Die Zwetschgenmarke liegt bei uns bereit. Der erste Hund kostet 96,00 Euro im Jahr. [A]\n\nHaben Sie noch Fragen?", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Mit freundlichen Grüßen\nSteueramt", draft.Text, StringComparison.Ordinal);
        Assert.Contains(draft.Critical, c => c is { Kind: "amount", Supported: true, Passage: { } source } && source == written.Passages[0].Passage.Id);
        Assert.All(draft.Critical, c => Assert.True(c.Supported, c.Text));
    }

    [Theory]
    [InlineData("termin", true)]
    [InlineData("antrag", true)]
    [InlineData("meldung", false)]
    [InlineData("beschwerde", false)]
    [InlineData("sachstand", false)]
    public async Task It_answers_only_what_a_general_text_can_answer(string kind, bool answers)
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);

        Assert.Equal(answers, (await WriteAsync(kind))!.Result.Draft.Text.Contains("Zwetschgenmarke", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("widerspruch")]
    [InlineData("kein_anliegen")]
    public async Task It_never_answers_an_objection_or_what_is_no_inquiry(string kind)
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);

        Assert.Null(await WriteAsync(kind));
    }

    [Fact]
    public async Task A_later_message_and_another_topic_get_none()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);

        Assert.DoesNotContain("Zwetschgenmarke", (await WriteAsync("frage", later: true))!.Result.Draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zwetschgenmarke", (await WriteAsync("frage", topic: "grundsteuer"))!.Result.Draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_wording_is_not_in_force_before_its_release_and_none_is_after_it_was_withdrawn()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);

        await SaveAsync(editor, "Die Mirabellenmarke liegt bei uns bereit.");
        Assert.Contains("Zwetschgenmarke", (await WriteAsync("frage"))!.Result.Draft.Text, StringComparison.Ordinal);

        var page = await editor.GetAsync(Address);
        Assert.Contains("wie sie im Entwurf steht Die Mirabellenmarke", page.Text, StringComparison.Ordinal);
        await editor.SubmitAsync(page, $"{Address}/freigeben");
        Assert.Contains("Mirabellenmarke", (await WriteAsync("frage"))!.Result.Draft.Text, StringComparison.Ordinal);

        await editor.SubmitAsync(await editor.GetAsync(Address), $"{Address}/zurueckziehen");
        var draft = (await WriteAsync("frage"))!.Result.Draft.Text;
        Assert.DoesNotContain("marke liegt bei uns bereit", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Es kostet {{fee:gibt-es-nicht}}.", "{{fee:gibt-es-nicht}}")]
    [InlineData("Ihr Zeichen ist {Aktenzeichen}.", "zwei Klammern")]
    [InlineData(" ", "zwischen 1 und")]
    public async Task A_text_whose_placeholders_have_no_value_is_refused_and_kept_in_the_form(string text, string said)
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);

        var refused = await SaveAsync(editor, text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(said, refused.Document.QuerySelector("[role=alert], .kern-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text.Trim(), refused.Document.QuerySelector("#text")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_case_says_that_it_is_the_standard_answer_and_in_which_version_and_a_person_approves_it()
    {
        using var editor = await host.SignInAsync(StaffRole.Editor);
        await ReleaseAsync(editor, Text);
        var version = await host.InDatabaseAsync(db => db.TextBlockVersions.Where(v => v.Released == 1 && db.TextBlocks.Any(b => b.Id == v.TextBlockId && b.Key == "standard-hundesteuer")).MaxAsync(v => v.Version));
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var (id, written) = await DraftAsync("frage");
        await host.InDatabaseAsync(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.CaseId == id);
            db.Drafts.Add(new StoredDraft { CaseId = id, MessageId = message.Id, At = message.At, Draft = written!.Result.Draft, Passages = written.Passages });
            return await db.SaveChangesAsync();
        });

        var page = await clerk.GetAsync($"/vorgang/{id}");

        Assert.Contains($"Standardantwort zu „Hundesteuer“ (Fassung {version})", page.Text, StringComparison.Ordinal);
        Assert.Contains($"Standardantwort, Fassung {version}", page.Document.QuerySelector(".src")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Fact]
    public async Task A_clerk_may_neither_read_nor_write_standard_answers()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");

        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync(await clerk.GetAsync("/konto"), Address, [new("Text", "Neu")])).Status);
    }

    private static async Task<Answer> SaveAsync(Visitor editor, string text) =>
        await editor.SubmitAsync(await editor.GetAsync(Address), Address, [new("Text", text)]);

    private static async Task ReleaseAsync(Visitor editor, string text)
    {
        var saved = await editor.FollowAsync(await SaveAsync(editor, text));
        await editor.SubmitAsync(saved, $"{Address}/freigeben");
    }

    private async Task<WrittenDraft?> WriteAsync(string kind, string topic = "hundesteuer", bool later = false) => (await DraftAsync(kind, topic, later)).Written;

    private async Task<(long Id, WrittenDraft? Written)> DraftAsync(string kind, string topic = "hundesteuer", bool later = false)
    {
        var id = await host.CaseAsync("Hund", "steueramt", kind: kind, topic: topic);
        await host.SuggestAsync(id, "steueramt", topic, kind);
        return (id, await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TriageDbContext>();
            var subject = await db.Cases.SingleAsync(c => c.Id == id);
            var suggestion = await db.Suggestions.SingleAsync(s => s.CaseId == id);
            var message = later
                ? new CaseMessage { CaseId = id, Direction = MessageDirection.In, At = DateTimeOffset.UnixEpoch, Subject = "AW", Text = "Und wie melde ich ihn ab?" }
                : await db.Messages.SingleAsync(m => m.CaseId == id);
            return await services.GetRequiredService<DraftWriter>().WriteAsync(subject, message, suggestion, CancellationToken.None);
        }));
    }
}
