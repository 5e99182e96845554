using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Serilog;
using Triage.Models.Inquiries;
using Triage.Service.Intake;

namespace Triage.Service.Web;

internal static class WebSetup
{
    /// <summary>
    /// Largest request, in bytes. The web form takes less, and says so with the text kept; beyond this the connection is
    /// closed before the body has been read.
    /// </summary>
    private const long MaxRequest = 64 * 1024 * 1024;

    /// <summary>Name of the rate limit for forms of people who are not signed in, per network address.</summary>
    public const string PublicForms = "public-forms";

    /// <summary>Adds what every step uses: clock, town, pages, logs without content, request limits.</summary>
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((services, log) => log.ReadFrom.Configuration(builder.Configuration)
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            // Where the keys lie is said in docs/operations.md; the operator protects the database.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Serilog.Events.LogEventLevel.Error)
            .MinimumLevel.Override("System.Net.Http", Serilog.Events.LogEventLevel.Warning)
            .ReadFrom.Services(services)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture), preserveStaticLogger: true);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(TimeProvider.System);
        var municipality = Path.Combine(DataFolder.Find(), "municipality");
        builder.Services.AddSingleton(Municipality.Load(Path.Combine(municipality, "municipality.json")));
        builder.Services.AddSingleton(TownFacts.Load(municipality));
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(o => o.Cookie.Name = "triage-form");
        builder.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = MaxRequest);
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = MaxRequest);
        builder.Services.AddSingleton<Seal>();
        builder.AddProxy();
        // Assets only: a compressed page that holds both a secret and what a stranger chose would betray the secret (BREACH).
        builder.Services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, ["text/css", "text/javascript"]));
        builder.Services.AddRateLimiter(AddPublicLimit);
        return builder;
    }

    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSafety();
        app.UseSerilogRequestLogging(o => (o.Logger, o.GetLevel) = (
            app.Services.GetRequiredService<Serilog.ILogger>(), (_, _, error) => error is null ? Serilog.Events.LogEventLevel.Debug : Serilog.Events.LogEventLevel.Error));
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseForgeryProtection();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        return app;
    }

    private static void AddPublicLimit(Microsoft.AspNetCore.RateLimiting.RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = BusyPage.RefuseAsync;
        limits.AddPolicy(PublicForms, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = http.RequestServices.GetRequiredService<IOptions<IntakeOptions>>().Value.FormsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                })
            : RateLimitPartition.GetNoLimiter(""));
    }
}
