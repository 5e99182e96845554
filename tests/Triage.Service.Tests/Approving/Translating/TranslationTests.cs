using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Triage.Models.Drafting.Translating;
using Triage.Service.Accounts;
using Triage.Service.Approving.Translating;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving.Translating;

/// <summary>A citizen who wrote in another language gets a translation of exactly the text that a person approves.</summary>
public sealed class TranslationTests : IAsyncLifetime
{
    private const string German = "Guten Tag,\n\nder Hund kostet 96,00 Euro im Jahr.";
    private const string Edited = "Guten Tag,\n\nder Hund kostet 84,00 Euro im Jahr.";
    private const string English = """{"paragraphs":["Hello,","the dog costs 96.00 euros a year."]}""";
    private const string EditedEnglish = """{"paragraphs":["Hello,","the dog costs 84.00 euros a year."]}""";

    private readonly AnsweringEndpoint endpoint = new();
    private ServiceHost host = null!;

    public async ValueTask InitializeAsync() => host = await endpoint.HostAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        endpoint.Dispose();
    }

    [Fact]
    public async Task The_translation_stands_below_the_German_text_in_the_mail_that_is_reviewed_and_approved()
    {
        endpoint.Says(English);
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            var review = await clerk.ReviewAsync(id, ("Text", German), ("Ticked", "amount:96,00 Euro"));

            Assert.Equal(("en", "ltr"), Place(review));
            Assert.Contains("Maschinelle Übersetzung ins Englische. Verbindlich ist nur der deutsche Text.", review.Text, StringComparison.Ordinal);
            Assert.Contains("Machine translation into English. Only the German text is binding.", review.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("dog", review.Document.QuerySelector("#mailtext")!.TextContent, StringComparison.Ordinal);
            await clerk.ApproveAsync(review, id);

            var mail = await FrozenAsync(id);
            Assert.Matches(@"(?s)96,00 Euro im Jahr\..*Maschinelle Übersetzung ins Englische.*Only the German text is binding\..*the dog costs 96\.00 euros a year\.", mail.TextBody);
            Assert.Equal("written; translated=en; reviewed-by=human", mail.Headers[MailWriter.AiHeader]);
        }
    }

    [Fact]
    public async Task A_translation_that_comes_back_after_the_case_was_erased_is_not_kept_and_no_mail_is_frozen()
    {
        endpoint.Says(English);
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            endpoint.Meanwhile = () => host.EraseAsync(id, clerk.Id);
            var late = await clerk.ReviewAsync(id, ("Text", German), ("Ticked", "amount:96,00 Euro"));

            Assert.Contains("Der Vorgang hat sich gerade geändert.", late.Text, StringComparison.Ordinal);
            Assert.Equal((0, 0), await host.InDatabaseAsync(async db =>
                (await db.Translations.CountAsync(t => t.CaseId == id), await db.FrozenMails.CountAsync(m => m.CaseId == id))));
        }
    }

    [Fact]
    public async Task An_edited_text_never_goes_with_the_translation_of_another()
    {
        endpoint.Says(English);
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            var first = await clerk.ReviewAsync(id, ("Text", German), ("Ticked", "amount:96,00 Euro"));
            endpoint.Says(EditedEnglish);
            var second = await clerk.ReviewAsync(id, ("Text", Edited), ("Ticked", "amount:84,00 Euro"));

            Assert.Contains("84.00 euros", second.Document.QuerySelector("#uebersetzung")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("96", second.Text.Replace("–96", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(System.Net.HttpStatusCode.Conflict, (await clerk.ApproveAsync(first, id)).Status);
            Assert.Equal(0, await host.OutboxCountAsync(id));
        }
    }

    [Fact]
    public async Task One_that_changes_a_number_is_dropped_and_the_page_says_so_until_it_is_made_anew()
    {
        endpoint.Says(English);
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            var review = await clerk.ReviewAsync(id, ("Text", Edited));

            Assert.Contains("Die E-Mail geht ohne Übersetzung hinaus. Die Übersetzung ist nicht gelungen. Zahlen, Daten oder Adressen stimmten nicht", review.Text, StringComparison.Ordinal);
            Assert.Null(review.Document.QuerySelector("#uebersetzung"));
            Assert.DoesNotContain("dog", (await FrozenAsync(id)).TextBody, StringComparison.Ordinal);

            endpoint.Says(EditedEnglish);
            var anew = await clerk.FollowAsync(await clerk.SubmitAsync(review, $"/vorgang/{id}/uebersetzen"));
            Assert.Contains("84.00 euros", anew.Document.QuerySelector("#uebersetzung")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("84.00 euros", (await FrozenAsync(id)).TextBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_may_leave_it_out()
    {
        endpoint.Says(English);
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            var without = await clerk.FollowAsync(await clerk.SubmitAsync(await clerk.ReviewAsync(id, ("Text", German)), $"/vorgang/{id}/ohne-uebersetzung"));

            Assert.Contains("Die Übersetzung wurde weggelassen.", without.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("dog", (await FrozenAsync(id)).TextBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_Arabic_one_runs_from_right_to_left()
    {
        endpoint.Says("""{"paragraphs":["مرحبا،","تكلفة الكلب 96.00 يورو في السنة."]}""");
        var (id, clerk) = await CaseAsync("ar");
        using (clerk)
        {
            Assert.Equal(("ar", "rtl"), Place(await clerk.ReviewAsync(id, ("Text", German))));
        }
    }

    [Theory]
    [InlineData("de", false)]
    [InlineData("unknown", false)]
    [InlineData("en", true)]
    public async Task Who_wrote_German_or_wants_no_AI_gets_none_and_nothing_is_asked(string language, bool withoutAi)
    {
        var (id, clerk) = await CaseAsync(language, withoutAi);
        using (clerk)
        {
            var review = await clerk.ReviewAsync(id, ("Text", German));

            Assert.DoesNotContain("Übersetzung", review.Text, StringComparison.Ordinal);
            Assert.Empty(endpoint.Requests);
        }
    }

    [Fact]
    public async Task Names_do_not_reach_the_endpoint_and_tokens_are_recorded()
    {
        endpoint.Says("""{"paragraphs":["Hello [NAME_1],","the dog costs 96.00 euros a year."]}""");
        var (id, clerk) = await CaseAsync("en");
        using (clerk)
        {
            var review = await clerk.ReviewAsync(id, ("Text", German.Replace("Tag,", "Tag Erika Beispiel,", StringComparison.Ordinal)));

            Assert.Contains("Hello Erika Beispiel,", review.Document.QuerySelector("#uebersetzung")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Erika", string.Join('\n', endpoint.Requests), StringComparison.Ordinal);
            var use = await host.InDatabaseAsync(db => db.ModelUses.AsNoTracking().SingleAsync(u => u.CaseId == id));
            Assert.Equal(("translate.v2", 1, 100L, 20L), (use.Prompt, use.Requests, use.InputTokens, use.OutputTokens));
            using var operating = await host.SignInAsync(StaffRole.Administrator);
            Assert.Contains("1 in 30 Tagen, 120 Tokens, 0,36 Euro", (await operating.GetAsync("/systemstand")).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Guten Tag,\n\nText.\n")]
    [InlineData("Früher: \n\n----------\n\nMaschinelle Übersetzung ins Englische. Verbindlich ist nur der deutsche Text.\nx\n\ny\n\nDanke.\n")]
    public void What_is_put_together_for_a_mail_comes_apart_again(string german)
    {
        var translation = new OutgoingTranslation(LetterLanguage.Of("ar")!, "مرحبا،\n\nشكرا.");

        Assert.Equal((german, translation), OutgoingTranslation.Split(translation.Below(german)));
    }

    private static (string? Language, string? Direction) Place(Answer review) =>
        review.Document.QuerySelector("#uebersetzung") is { } place ? (place.GetAttribute("lang"), place.GetAttribute("dir")) : default;

    private async Task<(long Id, Visitor Clerk)> CaseAsync(string language, bool withoutAi = false)
    {
        var id = await host.CaseAsync("Hund", "steueramt");
        await host.SuggestAsync(id, "steueramt", change: c => c with { Language = language });
        if (withoutAi)
        {
            await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.WithoutAi, true)));
        }

        return (id, await host.SignInAsync(StaffRole.Clerk, "steueramt"));
    }

    private Task<MimeMessage> FrozenAsync(long id) => host.InDatabaseAsync(async db =>
        Triage.Service.Approving.ReviewViews.Load(await db.FrozenMails.AsNoTracking().Where(m => m.CaseId == id).OrderByDescending(m => m.Number).FirstAsync()));

}
