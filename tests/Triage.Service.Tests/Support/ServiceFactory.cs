using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Triaging;

namespace Triage.Service.Tests.Support;

/// <summary>Starts Program with a test's settings, on Kestrel.</summary>
internal sealed class ServiceFactory : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings;
    private readonly TimeProvider? time;
    private readonly Action<IServiceCollection>? services;

    public ServiceFactory(string folder, IReadOnlyDictionary<string, string>? own, TimeProvider? time, Action<IServiceCollection>? services)
    {
        settings = new()
        {
            ["Storage:Folder"] = folder,
            ["Intake:MailFolder"] = "",
            ["Intake:BlindCheckEvery"] = "0",
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            // Embedding every article anew would take each host a minute.
            ["Knowledge:WordsAlone"] = "true",
        };
        foreach (var (key, value) in own ?? new Dictionary<string, string>())
        {
            settings[key] = value;
        }

        (this.time, this.services) = (time, services);
        UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(s =>
        {
            if (!settings.ContainsKey("Triaging:EmbeddingFolder"))
            {
                s.AddSingleton(new EmbedderHost(SharedEmbedder.Instance));
            }

            if (time is not null)
            {
                s.AddSingleton(time);
            }

            services?.Invoke(s);
        });
    }
}
