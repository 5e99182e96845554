using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Triage.Service.Accounts;
using Triage.Service.Intake;
using Triage.Service.Storage;

namespace Triage.Service.Tests.Support;

/// <summary>
/// The real service on a real port of this machine, with a folder and a SQLite file of its own (or the PostgreSQL database
/// of <c>ConnectionStrings:Triage</c>). As a class fixture it starts with its defaults: no mail folder, no blind checks.
/// </summary>
public sealed class ServiceHost : IAsyncLifetime
{
    private readonly ServiceFactory factory;
    private readonly bool isFirstStart;
    private int accounts;

    public ServiceHost()
        : this(null)
    {
    }

    private ServiceHost(
        IReadOnlyDictionary<string, string>? settings, TimeProvider? time = null, Action<IServiceCollection>? services = null, bool isFirstStart = false)
    {
        factory = new ServiceFactory(Folder, settings, time, services);
        this.isFirstStart = isFirstStart;
    }

    /// <summary>The folder of this host's database, content and outbox; removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("triage-test-").FullName;

    public string OutboxFolder => Path.Combine(Folder, "outbox");

    public Uri Address => factory.ClientOptions.BaseAddress;

    public IServiceProvider Services => factory.Services;

    /// <summary>
    /// A host with settings ("Mail:RecallSeconds", …), a clock or services of its own; as a first start it makes its database itself.
    /// Dispose it.
    /// </summary>
    public static async Task<ServiceHost> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, TimeProvider? time = null, Action<IServiceCollection>? services = null, bool isFirstStart = false)
    {
        var host = new ServiceHost(settings, time, services, isFirstStart);
        await host.InitializeAsync();
        return host;
    }

    public ValueTask InitializeAsync()
    {
        if (!isFirstStart)
        {
            EmptyDatabase.PutInto(Folder);
        }

        factory.StartServer();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        var database = await InDatabaseAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await factory.DisposeAsync();
        ForgetConnections(database!);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Makes an account, as an administrator would, and a browser that is signed in with it.</summary>
    public async Task<Visitor> SignInAsync(string role, params string[] offices)
    {
        var name = $"person{Interlocked.Increment(ref accounts)}";
        await using var scope = Services.CreateAsyncScope();
        var errors = await scope.ServiceProvider.GetRequiredService<StaffDirectory>()
            .CreateAsync(new StaffInput(name, $"Person {accounts}", [role], offices), "ein langes Passwort", actor: null, CancellationToken.None);
        Assert.Empty(errors);
        var staff = await scope.ServiceProvider.GetRequiredService<TriageDbContext>().Users.AsNoTracking().SingleAsync(s => s.UserName == name);
        return new Visitor(Address, await TicketAsync(scope.ServiceProvider, staff), staff.Id, name);
    }

    /// <summary>Hands the service a mail as a mailbox would, waits until the pipeline is done with it, and gives its case's id.</summary>
    public async Task<long> ReceiveAsync(string eml)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(eml.ReplaceLineEndings("\r\n"));
        var message = new IncomingMessage { Key = Guid.NewGuid().ToString("N"), OpenRaw = () => new MemoryStream(bytes, writable: false) };
        var accepted = await InScopeAsync(s => s.GetRequiredService<InquiryStore>().AcceptAsync("folder", message, CancellationToken.None));
        await PipelineIdleAsync();
        return await InDatabaseAsync(db => db.RawMessages.Where(r => r.Id == accepted.RawMessageId).Select(r => r.CaseId!.Value).SingleAsync());
    }

    /// <summary>Waits until every message has gone through its last step, or failed for good.</summary>
    public async Task PipelineIdleAsync()
    {
        Services.GetRequiredService<PipelineSignal>().Raise();
        await UntilAsync(async () => !await InDatabaseAsync(db => db.Work.AnyAsync(w => w.State == WorkState.Ready)));
    }

    /// <summary>Looks every 20 ms, for at most 90 seconds, which only a starved machine needs.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    internal async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal Task<T> InDatabaseAsync<T>(Func<TriageDbContext, Task<T>> work) => InScopeAsync(s => work(s.GetRequiredService<TriageDbContext>()));

    // Of this database alone: other hosts run at the same time, and the last connection to close would take their side files away.
    private static void ForgetConnections(string database)
    {
        if (database.Contains("Data Source", StringComparison.Ordinal))
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection(database);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
    }

    // The same ticket that the sign-in page makes, without the page and its slow password hash.
    private static async Task<string> TicketAsync(IServiceProvider services, Staff staff)
    {
        var principal = await services.GetRequiredService<SignInManager<Staff>>().CreateUserPrincipalAsync(staff);
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + cookies.ExpireTimeSpan };
        return cookies.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
    }
}
