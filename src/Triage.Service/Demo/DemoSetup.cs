using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Storage;

namespace Triage.Service.Demo;

/// <summary>Section "Demo".</summary>
internal sealed class DemoOptions
{
    /// <summary>Sets up the demo town with accounts and released notices. Never switch it on for a real town.</summary>
    public bool Enabled { get; init; }

    /// <summary>Gives the demo town six weeks of recorded decisions, so that the supervisors' figures are full on the first day.</summary>
    public bool History { get; init; } = true;
}

/// <summary>The demo town: five accounts whose random passwords are printed once and kept in a file for the next start.</summary>
internal static class DemoSetup
{
    private static readonly (StaffInput Input, string What)[] Accounts =
    [
        (new("buergerbuero", "Kim Muster", [StaffRole.Clerk], ["buergerbuero", "standesamt"]), "Sachbearbeitung Bürgerbüro und Standesamt"),
        (new("ordnungsamt", "Alex Beispiel", [StaffRole.Clerk], ["ordnungsamt", "steueramt", "betriebshof"]), "Sachbearbeitung Ordnungsamt, Steueramt, Betriebshof"),
        (new("leitung", "Robin Vorbild", [StaffRole.Supervisor], []), "Leitung"),
        (new("redaktion", "Toni Exempel", [StaffRole.Editor], []), "Wissensredaktion"),
        (new("admin", "Sascha Probe", [StaffRole.Administrator], []), "Administration"),
    ];

    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>().BindConfiguration("Demo");
        return builder;
    }

    public static async Task PrepareDemoAsync(this WebApplication app, CancellationToken cancellation)
    {
        if (!app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var file = Path.Combine(scope.ServiceProvider.GetRequiredService<IOptions<StorageOptions>>().Value.Folder, "demo-accounts.txt");
        var db = scope.ServiceProvider.GetRequiredService<TriageDbContext>();
        if (!await db.Users.AnyAsync(s => s.Kind == StaffKind.Human, cancellation))
        {
            await CreateAccountsAsync(scope.ServiceProvider.GetRequiredService<StaffDirectory>(), file, cancellation);
            await ReleaseNoticesAsync(db, cancellation);
        }

        // To the terminal, not to the log: logs are kept and collected.
        Console.WriteLine($"\nDemo town {scope.ServiceProvider.GetRequiredService<Municipality>().Name}. Accounts:\n");
        Console.WriteLine(File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : "(their passwords were removed)");
    }

    private static async Task CreateAccountsAsync(StaffDirectory directory, string file, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var (input, what) in Accounts)
        {
            var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
            var errors = await directory.CreateAsync(input, password, actor: null, cancellation);
            if (errors.Count > 0)
            {
                throw new InvalidOperationException($"The demo account '{input.UserName}' cannot be made: {string.Join(" ", errors)}");
            }

            lines.Add($"  {input.UserName,-14} {password,-16} {what}");
        }

        await using var stream = new FileStream(file, Options());
        await using var writer = new StreamWriter(stream);
        await writer.WriteLineAsync(string.Join('\n', lines).AsMemory(), cancellation);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    // In a real town a supervisor reads and releases each notice; the demo's supervisor has.
    private static async Task ReleaseNoticesAsync(TriageDbContext db, CancellationToken cancellation)
    {
        var supervisor = await db.Users.SingleAsync(s => s.UserName == "leitung", cancellation);
        await db.TextBlockVersions.ExecuteUpdateAsync(
            v => v.SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, supervisor.Id).SetProperty(x => x.ReleasedByKind, supervisor.Kind),
            cancellation);
    }
}
