using Microsoft.AspNetCore.Http.HttpResults;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>The pages on which citizens see where their case stands, add to it, and withdraw it.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        var status = app.MapGroup("").AllowAnonymous().RequireRateLimiting(WebSetup.PublicForms);
        status.MapGet("/stand", ShowAsync);
        status.MapPost("/stand", OpenAsync);
        status.MapPost("/stand/beenden", End);
        status.MapPost("/stand/ergaenzen", AddAsync).WithMetadata(new BusyPage(WaitAsync));
        status.MapPost("/stand/zurueckziehen", WithdrawAsync);
        status.MapGet("/rueckmeldung", FeedbackEndpoints.ShowAsync);
        status.MapPost("/rueckmeldung", FeedbackEndpoints.TellAsync).WithMetadata(new BusyPage(FeedbackEndpoints.WaitAsync));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, StatusViews views, FormTickets tickets, CancellationToken cancellation) =>
        CitizenCookie.Opened(http) is { } id && await views.OfAsync(id, cancellation) is { } view
            ? Status(view, new Addition("", tickets.New()), [], notice: Notice(http.Request.Query))
            : Lookup("", []);

    private static async Task<IResult> OpenAsync(HttpContext http, StatusDesk desk, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var number = form[StatusDoor.Number].ToString();
        if (await desk.FindAsync(number, form[StatusDoor.Code].ToString(), cancellation) is not { } id)
        {
            return Lookup(number, [StatusDoor.Unknown], StatusCodes.Status422UnprocessableEntity);
        }

        CitizenCookie.Open(http, id);
        return Page.SeeOther("/stand");
    }

    private static IResult End(HttpContext http)
    {
        CitizenCookie.Close(http);
        return Page.SeeOther("/stand");
    }

    private static async Task<IResult> AddAsync(HttpContext http, StatusDesk desk, StatusDoor door, FormTickets tickets, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (addition, files) = (Addition.From(form), form.Files.GetFiles("anhang"));
        if (await door.OpenAsync(http, form, cancellation) is not { } opened)
        {
            return Late(addition, form, files.Any(f => f.Length > 0), tickets).Ask(form);
        }

        var ticket = tickets.Open(addition.Ticket, out var trapped);
        List<FormError> errors = [.. InquiryFormCheck.Text("ergaenzung", addition.Text), .. InquiryFormCheck.Files(files)];
        if (ticket is null || errors.Count > 0)
        {
            return Status(opened.View, addition with { Ticket = tickets.Again(addition.Ticket) }, trapped is null ? errors : [trapped, .. errors], StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await desk.AddAsync(opened.Id, addition.Text, await InquiryFormDesk.ReadAsync(files, cancellation), ticket, cancellation);
            return Page.SeeOther("/stand?ergaenzt=1");
        }
        catch (IOException)
        {
            return Status(opened.View, addition, [IntakeEndpoints.NotStored], StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> WaitAsync(HttpContext http, Busy busy)
    {
        var (door, tickets) = (http.RequestServices.GetRequiredService<StatusDoor>(), http.RequestServices.GetRequiredService<FormTickets>());
        var addition = Addition.From(busy.Fields);
        // No code is tried over the limit.
        return !StatusDoor.HasCode(busy.Fields) && await door.SeenAsync(http, http.RequestAborted) is { } seen
            ? Status(seen.View, addition with { Ticket = tickets.Again(addition.Ticket) }, [busy.TextIsThere], StatusCodes.Status429TooManyRequests)
            : Late(addition, busy.Fields, busy.Typed.HadFiles, tickets).Ask([busy.TextIsThere], StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, StatusDesk desk, StatusViews views, FormTickets tickets, CancellationToken cancellation)
    {
        if (CitizenCookie.Opened(http) is not { } id || await views.OfAsync(id, cancellation) is not { } view)
        {
            return Page.SeeOther("/stand");
        }

        var form = await http.Request.ReadFormAsync(cancellation);
        if (form["sicher"] != "ja")
        {
            return Status(
                view, new Addition("", tickets.New()), [new("sicher", "Bestätigen Sie mit dem Häkchen, dass Sie Ihr Anliegen zurückziehen.")],
                StatusCodes.Status422UnprocessableEntity);
        }

        await desk.WithdrawAsync(id, cancellation);
        return Page.SeeOther("/stand");
    }

    /// <summary>The page that asks for number and code.</summary>
    private static RazorComponentResult<LookupPage> Lookup(string number, IReadOnlyList<FormError> errors, int status = StatusCodes.Status200OK) =>
        Page.Of<LookupPage>(new { Number = number, Errors = errors }, status);

    private static LateAddition Late(Addition addition, IFormCollection form, bool lostFiles, FormTickets tickets) =>
        new(form[StatusDoor.Number].ToString(), addition.Text, tickets.Again(addition.Ticket), lostFiles);

    private static RazorComponentResult<StatusPage> Status(
        StatusView view, Addition addition, IReadOnlyList<FormError> errors, int status = StatusCodes.Status200OK, string? notice = null) =>
        Page.Of<StatusPage>(new { View = view, Addition = addition, Errors = errors, Notice = notice }, status);

    private static string? Notice(IQueryCollection query) => query switch
    {
        _ when query.ContainsKey("ergaenzt") => "Ihre Ergänzung ist bei uns angekommen.",
        _ when query.ContainsKey("rueckmeldung") => "Danke für Ihre Rückmeldung.",
        _ => null,
    };
}

/// <summary>What a citizen adds to their case, as it was filled in.</summary>
public sealed record Addition(string Text, string Ticket)
{
    internal static Addition From(IFormCollection form) =>
        new(form["ergaenzung"].ToString().ReplaceLineEndings("\n").Trim(), form["schein"].ToString());
}
