using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Triage.Models.Tests.Drafting.LanguageModels;

/// <summary>
/// A small language model that nobody scripted, served on a free port from a temporary copy of shared/tools/language-model.
/// Model and server are no part of the project: where they are not beside it, or cannot be installed, the tests are skipped.
/// </summary>
public sealed class RealModel : IAsyncLifetime
{
    private const string Foreign = "Not part of the project: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private DirectoryInfo? folder;
    private Process? server;

    /// <summary>Base address; null where it does not run.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Why it does not run.</summary>
    public string Missing { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        if (Shared() is not var (model, tool))
        {
            Missing = Foreign + "the small language model. Put shared/models/language and shared/tools/language-model beside the project.";
            return;
        }

        folder = Directory.CreateTempSubdirectory("triage-language-model-");
        foreach (var file in tool.GetFiles())
        {
            await using var copy = File.Create(Path.Combine(folder.FullName, file.Name));
            await using var original = file.OpenRead();
            await original.CopyToAsync(copy);
        }

        Missing = Foreign + "what the language model's server needs from npm; it could not be installed.";
        if (await InstallAsync())
        {
            Missing = Foreign + "the language model's server, which did not start in time.";
            Address = await StartAsync(model);
        }
    }

    public ValueTask DisposeAsync()
    {
        server?.Kill(entireProcessTree: true);
        server?.WaitForExit();
        server?.Dispose();
        folder?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static (FileInfo Model, DirectoryInfo Tool)? Shared()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var models = new DirectoryInfo(Path.Combine(at.FullName, "shared", "models", "language"));
            var tool = new DirectoryInfo(Path.Combine(at.FullName, "shared", "tools", "language-model"));
            if (models.Exists && tool.Exists && models.GetFiles("*.gguf") is [var model, ..])
            {
                return (model, tool);
            }
        }

        return null;
    }

    // Of the optional parts (600 MB, for graphics cards) only the one for this processor, in the version that fits.
    private async Task<bool> InstallAsync()
    {
        if (!await NpmAsync())
        {
            return false;
        }

        var package = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder!.FullName, "node_modules", "node-llama-cpp", "package.json")))!;
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "mac" : "win";
        var processor = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        return await NpmAsync("--no-save", $"@node-llama-cpp/{system}-{processor}@{package["version"]}");
    }

    private async Task<bool> NpmAsync(params string[] more)
    {
        try
        {
            using var npm = Start("npm", ["install", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--prefer-offline", .. more]);
            return await EndsWellAsync(npm);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // One that goes on after its time would write into the folder while it is deleted.
    private static async Task<bool> EndsWellAsync(Process npm)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await npm.StandardOutput.ReadToEndAsync(patience.Token);
            await npm.WaitForExitAsync(patience.Token);
            return npm.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            await npm.WaitForExitAsync(CancellationToken.None);
            return false;
        }
    }

    // It says where it listens: "NAME on http://127.0.0.1:PORT/v1". One thread: several that wait for each other on a busy
    // machine took a minute for what one does in a second.
    private async Task<Uri?> StartAsync(FileInfo model)
    {
        server = Start("node", ["server.mjs", "--port", "0", "--threads", "1", "--model", model.FullName]);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(patience.Token);
            return new Uri(line?[line.IndexOf("http", StringComparison.Ordinal)..] ?? throw new InvalidOperationException("The language model's server ended at once."));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder!.FullName,
        RedirectStandardOutput = true,
    })!;
}
