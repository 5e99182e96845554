using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Triage.Service.Tests.Support;

/// <summary>
/// The service as a process of its own, on words alone and with a mail folder, for tests that kill it or measure it. Dispose
/// it: it is killed, as a machine without power would.
/// </summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly int port = FreePort();
    private readonly Process process;

    private ServiceProcess(string folder, string mailbox, IReadOnlyDictionary<string, string> environment, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Triage.Service.dll"), "--Demo:Enabled=true", "--Demo:History=false", $"--Storage:Folder={folder}",
            $"--Intake:MailFolder={mailbox}", "--Intake:PollSeconds=1",
            // Words alone: the embedding model would only make the tests slower.
            $"--Triaging:EmbeddingFolder={folder}", $"--Urls=http://127.0.0.1:{port}", .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <param name="folder">Of the database and the outbox; it stays.</param>
    /// <param name="mailbox">The mail folder.</param>
    /// <param name="environment">Variables of the process beside this one's.</param>
    /// <param name="settings">"--Mail:RecallSeconds=0", …</param>
    public static ServiceProcess Start(string folder, string mailbox, IReadOnlyDictionary<string, string> environment, params string[] settings) =>
        new(folder, mailbox, environment, settings);

    /// <summary>Waits until the pages answer.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(30, patience.Token);
            }
        }
    }

    /// <summary>One value from the database of a service, which may be running.</summary>
    public static T Read<T>(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "triage.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
