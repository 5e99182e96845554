using Triage.Models.Drafting.Translating;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Approving.Translating;

/// <summary>On the review page: translates anew, or leaves the translation out. Either makes a new mail to review.</summary>
internal static class TranslationEndpoints
{
    public static void MapTranslations(this WebApplication app)
    {
        var group = app.MapGroup("/vorgang/{id:long}").RequireAuthorization(Policies.Cases);
        group.MapPost("/uebersetzen", ([AsParameters] CaseRequest request, [AsParameters] TranslationTools tools) =>
            RefreezeAsync(request, tools, (subject, german, language, who) => tools.Translations.MakeAsync(subject, german, language, who, request.Cancellation)));
        group.MapPost("/ohne-uebersetzung", ([AsParameters] CaseRequest request, [AsParameters] TranslationTools tools) =>
            RefreezeAsync(request, tools, (subject, german, language, who) => tools.Translations.LeaveOutAsync(subject, german, language, who, request.Cancellation)));
    }

    private static Task<IResult> RefreezeAsync(CaseRequest request, TranslationTools tools, Func<Case, string, LetterLanguage, StaffIdentity, Task> change) =>
        request.ActAsync(async (subject, who) =>
        {
            if (await tools.Desk.CurrentAsync(subject.Id, request.Cancellation) is not { } reply || tools.Check.Errors(subject, reply).Count > 0
                || await tools.Translations.LanguageAsync(subject, request.Cancellation) is not { } language)
            {
                return request.SeeCase();
            }

            await change(subject, MailFreezer.WithoutMarkers(reply.Text), language, who);
            var frozen = await tools.Freezer.FreezeAsync(
                subject, reply, await tools.Translations.ForMailAsync(subject, reply, who, request.Cancellation), request.Cancellation);
            return Page.SeeOther($"/vorgang/{subject.Id}/pruefen/{frozen.Number}?liste={request.Queue.Key()}");
        });
}

/// <summary>What translating and freezing an answer needs.</summary>
internal sealed record TranslationTools(ReplyDesk Desk, ReplyCheck Check, MailFreezer Freezer, Translations Translations);
