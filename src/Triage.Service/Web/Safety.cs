using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Triage.Service.Web;

/// <summary>What holds on every route: strict headers, and no change by a request from another site.</summary>
internal static class Safety
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static WebApplication UseSafety(this WebApplication app)
    {
        app.Use(AddHeaders);
        app.UseExceptionHandler(errors => errors.Run(ShowErrorAsync));
        app.UseStatusCodePages(pages => ShowStatusAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
        return app;
    }

    /// <summary>After routing and sign-in: every POST needs the token of a form that this service rendered for this browser.</summary>
    public static WebApplication UseForgeryProtection(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                await next(context);
                return;
            }

            await Page.Of<ErrorPage>(
                new
                {
                    Title = "Formular abgelaufen",
                    Text = "Dieses Formular ist abgelaufen oder kam von einer fremden Seite. Gehen Sie zurück, kopieren Sie Ihren Text und laden Sie die Seite neu.",
                },
                StatusCodes.Status400BadRequest).ExecuteAsync(context);
        });
        app.UseAntiforgery();
        return app;
    }

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        // At the last moment, because an error page begins with its headers cleared.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.TryAdd("Cache-Control", context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "no-cache" : "no-store");
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task ShowErrorAsync(HttpContext context)
    {
        // A page that failed while it was rendered leaves a renderer behind that shows no second one.
        await using var scope = context.RequestServices.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await ShowErrorAsync(context, Cause(context.Features.Get<IExceptionHandlerFeature>()?.Error));
    }

    private static Task ShowErrorAsync(HttpContext context, Exception? cause) => cause switch
    {
        BadHttpRequestException bad => ShowStatusAsync(context, bad.StatusCode),
        InvalidDataException => ShowStatusAsync(context, StatusCodes.Status413PayloadTooLarge),
        IOException or System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException =>
            Show(context, 503, "Zurzeit nicht möglich", "Der Speicher antwortet nicht. Es wurde nichts gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal."),
        _ => Show(context, 500, "Etwas ist schiefgegangen", "Der Fehler ist festgehalten. Bitte versuchen Sie es noch einmal."),
    };

    // The first to read a form is the check against forgery, which wraps what goes wrong in doing so.
    private static Exception? Cause(Exception? error) => error is AntiforgeryValidationException { InnerException: { } inner } ? inner : error;

    private static Task ShowStatusAsync(HttpContext context, int status) => status switch
    {
        404 => Show(context, 404, "Seite nicht gefunden", "Diese Seite gibt es nicht, oder Sie haben keinen Zugriff darauf."),
        413 => Show(context, 413, "Zu groß", "Ihre Nachricht mit Anhängen ist zu groß. Bitte senden Sie kleinere Dateien."),
        429 => Show(context, 429, "Zu viele Anfragen", "Von Ihrem Anschluss kamen gerade sehr viele Anfragen. Bitte warten Sie eine Minute."),
        var code => Show(context, code, "Nicht möglich", "Diese Anfrage konnte nicht bearbeitet werden."),
    };

    private static Task Show(HttpContext context, int status, string title, string text) =>
        Page.Of<ErrorPage>(new { Title = title, Text = text }, status).ExecuteAsync(context);
}
