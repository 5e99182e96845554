using System.Globalization;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Learning.Training;

/// <summary>Supervisors and administrators train a model from what people decided, look at its comparison, and choose which one serves.</summary>
internal static class TrainingEndpoints
{
    private const string Address = "/lernen";

    public static void MapTraining(this WebApplication app)
    {
        var group = app.MapGroup(Address).RequireAuthorization(p => p.RequireRole(StaffRole.Supervisor, StaffRole.Administrator));
        group.MapGet("", async (string? ok, TrainingViews views, CancellationToken cancellation) =>
            Page.Of<TrainingPage>(new { View = await views.OfAsync(cancellation) with { Done = Done(ok) } }));
        group.MapPost("/trainieren", AskAsync);
        group.MapPost("/modell", PromoteAsync);
    }

    private static async Task<IResult> AskAsync(TrainingQueue queue, TrainingViews views, TrainingSignals signals, CurrentStaff current, CancellationToken cancellation)
    {
        if (!await queue.AskAsync(await current.GetAsync(cancellation), cancellation))
        {
            return await RefuseAsync(new FormError("", "Es läuft schon ein Training. Bitte warten Sie, bis es zu Ende ist."), StatusCodes.Status409Conflict, views, cancellation);
        }

        signals.Asked.Raise();
        return Page.SeeOther($"{Address}?ok=bestellt");
    }

    private static async Task<IResult> PromoteAsync(HttpContext http, ModelDesk desk, TrainingViews views, CurrentStaff current, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var chosen = form["Modell"].ToString();
        var error = chosen != "mitgeliefert" && Id(chosen) is null ? new FormError("Modell", "Bitte wählen Sie ein Modell.")
            : form["Sicher"] != "ja" ? new FormError("Sicher", "Bitte bestätigen Sie, dass dieses Modell ab jetzt vorschlägt.")
            : null;
        if (error is not null)
        {
            return await RefuseAsync(error, StatusCodes.Status422UnprocessableEntity, views, cancellation);
        }

        return await desk.PromoteAsync(Id(chosen), Id(form["Gesehen"].ToString()), await current.GetAsync(cancellation), cancellation) switch
        {
            PromoteOutcome.Promoted => Page.SeeOther($"{Address}?ok=gewaehlt"),
            PromoteOutcome.Outdated => await RefuseAsync(
                new FormError("Modell", "Dieses Modell wurde gegen ein anderes gemessen als das jetzige. Bitte trainieren Sie neu."), StatusCodes.Status409Conflict, views, cancellation),
            _ => await RefuseAsync(
                new FormError("Modell", "Inzwischen hat sich etwas geändert. Bitte sehen Sie nach, welches Modell jetzt arbeitet."), StatusCodes.Status409Conflict, views, cancellation),
        };
    }

    private static async Task<IResult> RefuseAsync(FormError error, int status, TrainingViews views, CancellationToken cancellation) =>
        Page.Of<TrainingPage>(new { View = await views.OfAsync(cancellation) with { Errors = [error] } }, status);

    private static long? Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Done(string? ok) => ok switch
    {
        "bestellt" => "Das Training ist bestellt. Sie können weiterarbeiten.",
        "gewaehlt" => "Das gewählte Modell arbeitet in wenigen Sekunden.",
        _ => null,
    };
}
