using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Retrieving;
using Triage.Service.Tests.Retrieving.Qdrant;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving.Embedding;

/// <summary>Another embedding model by configuration, on the whole service.</summary>
public sealed class ModelChangeTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("triage-model-change-");
    private FakeEmbeddingServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await FakeEmbeddingServer.StartAsync();
        await WriteAsync("hund", "## Abmelden\nMelden Sie Ihren Hund innerhalb von zwei Wochen beim Steueramt ab.", "Hunde");
        await WriteAsync("bad", "## Zeiten\nDas Freibad öffnet im Mai.", "Freibad");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_old_model_serves_while_the_new_one_reads_the_articles_and_then_the_new_one()
    {
        var gate = new TaskCompletionSource();
        server.Fault = async (_, request) =>
        {
            await (FakeEmbeddingServer.Input(request).Any(t => t.Contains("öffnet", StringComparison.Ordinal)) ? gate.Task : Task.CompletedTask);
            return false;
        };
        await using var host = await ServiceHost.StartAsync(Settings());
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await UntilSaidAsync(supervisor, "mitgeliefert, bereit");

        Change(host, ("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu"));
        await UntilSaidAsync(supervisor, "0 von 2 Textstellen eingelesen. Bis dahin sucht das bisherige Modell.");
        Assert.Equal("hund", (await host.FindAsync("Our dog has died, how do I deregister it?"))[0].ArticleId);
        Assert.DoesNotContain(server.Texts, t => t.Contains("deregister", StringComparison.Ordinal));

        gate.SetResult();
        await UntilSaidAsync(supervisor, ", bereit");
        Assert.Equal("hund", (await host.FindAsync("Vierbeiner von Karla Kanarienvogel, Tel. 0170 1234567"))[0].ArticleId);
        Assert.Contains("Vierbeiner", server.Texts[^1], StringComparison.Ordinal);
        Assert.All(server.Texts, t => Assert.DoesNotContain("Kanarienvogel", t, StringComparison.Ordinal));

        Change(host, ("Embedding:Endpoint", ""));
        await UntilSaidAsync(supervisor, "mitgeliefert, bereit");
    }

    [Fact]
    public async Task Qdrant_follows_the_new_model_when_it_is_complete()
    {
        await using var qdrant = await FakeQdrant.StartAsync();
        await using var host = await ServiceHost.StartAsync(Settings(("Qdrant:Endpoint", qdrant.Address.ToString())));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await UntilSaidAsync(supervisor, "Qdrant, 2 Textstellen", "Suche im Wissen");
        var old = qdrant.Shelf.Aliases["triage"];

        Change(host, ("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu"));
        await UntilSaidAsync(supervisor, ", bereit");

        await UntilSaidAsync(supervisor, "Qdrant, 2 Textstellen", "Suche im Wissen");
        Assert.Equal(qdrant.Shelf.Aliases["triage"], Assert.Single(qdrant.Shelf.Collections).Key);
        Assert.NotEqual(old, qdrant.Shelf.Aliases["triage"]);
        Assert.Equal("hund", (await host.FindAsync("Vierbeiner"))[0].ArticleId);
        Assert.EndsWith("/query", qdrant.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_new_model_has_read_is_kept_and_a_later_start_begins_with_it()
    {
        var settings = Settings(("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu"));
        await using (var first = await ServiceHost.StartAsync(settings))
        {
            using var supervisor = await first.SignInAsync(StaffRole.Supervisor);
            await UntilSaidAsync(supervisor, "neu unter");
            await UntilSaidAsync(supervisor, ", bereit");
        }

        var read = server.Texts.Count(t => t.Contains("Steueramt", StringComparison.Ordinal));
        await using var second = await ServiceHost.StartAsync(settings);
        Assert.Equal("hund", (await second.FindAsync("Vierbeiner"))[0].ArticleId);
        Assert.Equal(read, server.Texts.Count(t => t.Contains("Steueramt", StringComparison.Ordinal)));
        Assert.Equal("Vierbeiner", server.Texts[^1]);
    }

    [Fact]
    public async Task A_model_that_fails_is_named_and_the_old_one_goes_on()
    {
        server.Fault = (context, _) =>
        {
            context.Response.StatusCode = 500;
            return Task.FromResult(true);
        };
        await using var host = await ServiceHost.StartAsync(Settings(("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu")));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        await UntilSaidAsync(supervisor, "gestört. Bis es antwortet, sucht das bisherige Modell. Technische Meldung: The embedding model neu at");
        Assert.Equal("hund", (await host.FindAsync("Our dog has died, how do I deregister it?"))[0].ArticleId);

        server.Fault = (_, _) => Task.FromResult(false);
        await UntilSaidAsync(supervisor, ", bereit");
    }

    [Fact]
    public async Task A_model_that_fails_later_leaves_the_words_and_is_back_without_being_asked_by_a_search()
    {
        await using var host = await ServiceHost.StartAsync(Settings(("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu")));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await UntilSaidAsync(supervisor, ", bereit");
        server.Fault = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };

        Assert.Equal("hund", (await host.FindAsync("Hund abmelden"))[0].ArticleId);
        await UntilSaidAsync(supervisor, "gestört. Die Suche vergleicht nur Wörter. Technische Meldung: The embedding model neu at");

        server.Fault = (_, _) => Task.FromResult(false);
        await UntilSaidAsync(supervisor, ", bereit");
    }

    [Fact]
    public async Task A_changed_key_reaches_the_search_that_serves_and_a_wrong_one_is_named()
    {
        await using var host = await ServiceHost.StartAsync(Settings(("Embedding:Endpoint", server.Address), ("Embedding:Model", "neu"), ("Embedding:ApiKey", "alt")));
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await UntilSaidAsync(supervisor, "neu unter");
        await UntilSaidAsync(supervisor, ", bereit");
        server.Fault = (context, _) =>
        {
            var refused = context.Request.Headers.Authorization != "Bearer anders";
            context.Response.StatusCode = refused ? 401 : 200;
            return Task.FromResult(refused);
        };

        Change(host, ("Embedding:ApiKey", "falsch"));
        await UntilSaidAsync(supervisor, "Check Embedding:ApiKey.");

        Change(host, ("Embedding:ApiKey", "anders"));
        await UntilSaidAsync(supervisor, ", bereit");
        Assert.Equal("hund", (await host.FindAsync("Vierbeiner"))[0].ArticleId);
        Assert.Equal("Vierbeiner", server.Texts[^1]);
    }

    [Fact]
    public async Task An_endpoint_without_a_model_stops_the_start_and_says_why()
    {
        var e = await Assert.ThrowsAnyAsync<Exception>(() => ServiceHost.StartAsync(Settings(("Embedding:Endpoint", server.Address))));

        Assert.Contains("Embedding:Model names no model.", e.ToString(), StringComparison.Ordinal);
    }

    private Dictionary<string, string> Settings(params (string Key, string Value)[] more) => new(more.Select(m => KeyValuePair.Create(m.Key, m.Value)))
    {
        ["Knowledge:Folder"] = Path.Combine(folder.FullName, "knowledge"),
        ["Knowledge:CacheFolder"] = Path.Combine(folder.FullName, "cache"),
        ["Knowledge:WordsAlone"] = "false",
        ["Knowledge:LookSeconds"] = "1",
        ["Embedding:TimeoutSeconds"] = "2",
    };

    private async Task WriteAsync(string id, string text, string title)
    {
        var knowledge = folder.CreateSubdirectory("knowledge");
        await File.WriteAllTextAsync(Path.Combine(knowledge.FullName, $"{id}.md"), KnowledgeVisits.Markdown(id, text, title));
    }

    // As when appsettings.json is edited while the service runs.
    private static void Change(ServiceHost host, params (string Key, string Value)[] settings)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        configuration.Reload();
        host.Services.GetRequiredService<KnowledgeHost>().Changed();
    }

    private static Task UntilSaidAsync(Visitor supervisor, string text, string part = "Sprachmodell für die Suche") => ServiceHost.UntilAsync(async () =>
        (await supervisor.GetAsync("/systemstand")).Document.QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains(part, StringComparison.Ordinal)).TextContent.Contains(text, StringComparison.Ordinal));
}
