using Microsoft.AspNetCore.Mvc;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Triaging.Rules;

/// <summary>Supervisors write routing rules, try them on past cases and switch them on.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this WebApplication app)
    {
        var group = app.MapGroup("/regeln").RequireAuthorization(Policies.Supervision);
        group.MapGet("", async (RuleViews views, CancellationToken cancellation) => Page.Of<RuleListPage>(new { Rules = await views.ListAsync(cancellation) }));
        group.MapGet("/neu", (RuleBook book) => Page.Of<RulePage>(new
        {
            View = new RuleView(null, new RuleForm { ValidFrom = FormDate.Of(book.Today) }),
        }));
        group.MapPost("/neu", ([FromForm] RuleForm form, RuleDesk desk, RuleViews views, Municipality town, CancellationToken cancellation) =>
            SaveAsync(null, form, desk, views, town, cancellation));
        group.MapGet("/{id:long}", async (long id, RuleViews views, CancellationToken cancellation) => Shown(await views.OfAsync(id, null, cancellation)));
        group.MapPost("/{id:long}", (long id, [FromForm] RuleForm form, RuleDesk desk, RuleViews views, Municipality town, CancellationToken cancellation) =>
            SaveAsync(id, form, desk, views, town, cancellation));
        group.MapPost("/{id:long}/erproben", async (long id, RuleDesk desk, RuleViews views, CancellationToken cancellation) =>
            await desk.TryAsync(id, cancellation) is { } trial ? Shown(await views.OfAsync(id, trial, cancellation)) : TypedResults.NotFound());
        group.MapPost("/{id:long}/schalten", SwitchAsync);
        group.MapPost("/{id:long}/vorziehen", async (long id, RuleDesk desk, CancellationToken cancellation) =>
        {
            await desk.RaiseAsync(id, cancellation);
            return Page.SeeOther("/regeln");
        });
    }

    private static async Task<IResult> SaveAsync(
        long? id, RuleForm form, RuleDesk desk, RuleViews views, Municipality town, CancellationToken cancellation)
    {
        var errors = form.Check(town);
        if (errors.Count > 0)
        {
            return Refused(id, form, errors);
        }

        if (await desk.SaveAsync(id, form, cancellation) is { } saved)
        {
            return Page.SeeOther($"/regeln/{saved}");
        }

        // What was typed stays; saving it once more is then a decision.
        return id is not null && await views.OfAsync(id.Value, null, cancellation) is { } now
            ? Refused(id, form with { BasedOn = now.Form.BasedOn }, [new FormError("", $"Inzwischen hat {now.Author} die Regel geändert. Ihre Angaben sind noch hier und nicht gespeichert.")])
            : TypedResults.NotFound();
    }

    private static async Task<IResult> SwitchAsync(long id, [FromForm] RuleSwitch form, RuleDesk desk, RuleViews views, CancellationToken cancellation)
    {
        if (await desk.SwitchAsync(id, form.Version, form.On == "ja", cancellation))
        {
            return Page.SeeOther($"/regeln/{id}");
        }

        return await views.OfAsync(id, null, cancellation) is { } view
            ? Page.Of<RulePage>(
                new { View = view with { Errors = [new FormError("", "Diese Fassung der Regel wurde noch nicht erprobt oder inzwischen geändert. Bitte erproben Sie sie.")] } },
                StatusCodes.Status409Conflict)
            : TypedResults.NotFound();
    }

    private static IResult Refused(long? id, RuleForm form, IReadOnlyList<FormError> errors) =>
        Page.Of<RulePage>(new { View = new RuleView(id, form) { Errors = errors } }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Shown(RuleView? view) => view is null ? TypedResults.NotFound() : Page.Of<RulePage>(new { View = view });
}

/// <summary>Switches a rule's version on ("ja") or off.</summary>
internal sealed record RuleSwitch
{
    public int Version { get; init; }

    public string? On { get; init; }
}
