using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Triage.Service.Demo;

namespace Triage.Service.Accounts;

internal static class AccountPreparation
{
    /// <summary>Makes the roles, and prints the one-time link for the first administrator when there is no person yet.</summary>
    public static async Task PrepareAccountsAsync(this WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        foreach (var role in StaffRole.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole<long>(role));
            }
        }

        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            return;
        }

        if (await scope.ServiceProvider.GetRequiredService<StaffDirectory>().NewSetupTokenAsync(cancellation) is { } token)
        {
            // To the terminal, not to the log: whoever has the link becomes administrator.
            var address = app.Configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080";
            Console.WriteLine($"\nMake the first administrator's account here, within 24 hours:\n\n  {address.TrimEnd('/')}/einrichten?token={token}\n");
        }
    }
}
