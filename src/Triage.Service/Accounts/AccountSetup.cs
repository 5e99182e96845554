using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Triage.Service.Storage;

namespace Triage.Service.Accounts;

internal static class AccountSetup
{
    /// <summary>
    /// Adds local accounts (ASP.NET Core Identity) and denies every route by default. A session ends at sign-out, and with
    /// the next request after an account was switched off or changed (the security stamp is checked each time).
    /// </summary>
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AccountOptions>().BindConfiguration("Accounts").ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection("Accounts").Get<AccountOptions>() ?? new AccountOptions();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentStaff>();
        builder.Services.AddScoped<StaffDirectory>();
        builder.Services.AddScoped<StaffViews>();
        builder.Services.AddIdentity<Staff, IdentityRole<long>>(identity => Configure(identity, options))
            .AddEntityFrameworkStores<TriageDbContext>().AddErrorDescriber<GermanIdentityErrors>();
        builder.Services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        builder.Services.ConfigureApplicationCookie(cookie => Configure(cookie, options));
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Cases, p => p.RequireRole(StaffRole.Clerk, StaffRole.Supervisor))
            .AddPolicy(Policies.Supervision, p => p.RequireRole(StaffRole.Supervisor))
            .AddPolicy(Policies.Knowledge, p => p.RequireRole(StaffRole.Editor, StaffRole.Supervisor))
            .AddPolicy(Policies.Administration, p => p.RequireRole(StaffRole.Administrator));
        return builder;
    }

    private static void Configure(IdentityOptions identity, AccountOptions options)
    {
        identity.Password.RequiredLength = options.MinPasswordLength;
        // Length is what counts (NIST SP 800-63B, 5.1.1.2).
        identity.Password.RequireDigit = identity.Password.RequireUppercase = identity.Password.RequireLowercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = options.MaxFailedSignIns;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(options.LockoutMinutes);
    }

    private static void Configure(CookieAuthenticationOptions cookie, AccountOptions options)
    {
        cookie.Cookie.Name = "triage";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.SessionMinutes);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/anmelden";
        cookie.ReturnUrlParameter = "zu";
        cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
        cookie.Events.OnCheckSlidingExpiration = Session.CheckSlidingAsync;
        cookie.Events.OnRedirectToLogin = KeptForm.AskAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            // What a person may not see does not exist for them.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}

/// <summary>Names of authorization policies.</summary>
internal static class Policies
{
    public const string Cases = "cases";
    public const string Supervision = "supervision";
    public const string Knowledge = "knowledge";
    public const string Administration = "administration";
}
