using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests;

public sealed class PipelineKillTests
{
    private const int Mails = 200;
    private const int Kills = 30;

    /// <summary>The seed is in the failure's message: the same seed kills at the same moments.</summary>
    [Fact]
    public async Task Fault_01_kill_9_at_random_moments_loses_no_mail_and_doubles_none()
    {
        var folder = Directory.CreateTempSubdirectory("triage-kill-").FullName;
        var mailbox = Directory.CreateDirectory(Path.Combine(folder, "mailbox")).FullName;
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await DropAsync(mailbox, Mails * kill / Kills, Mails * (kill + 1) / Kills);
                using var service = Start(folder, mailbox);
                await Task.Delay(random.Next(300, 3000));
                service.Kill();
                await service.WaitForExitAsync();
            }

            using var last = Start(folder, mailbox);
            await SettledAsync(folder);
            last.Kill();
            await last.WaitForExitAsync();
            Check(folder, seed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(string folder, int seed)
    {
        var said = $"seed {seed}";
        Assert.True(Count(folder, "SELECT count(*) FROM \"RawMessages\"") == Mails, said);
        Assert.True(Count(folder, "SELECT count(*) FROM cases") == Mails, said);
        Assert.True(Count(folder, "SELECT count(DISTINCT \"Subject\") FROM cases") == Mails, said);
        Assert.True(Count(folder, "SELECT count(*) FROM messages WHERE \"Direction\" = 'In'") == Mails, said);
        Assert.True(Count(folder, "SELECT count(*) FROM notices") == Mails, said);
        Assert.True(Count(folder, "SELECT count(*) FROM work WHERE \"State\" <> 'Done'") == 0, said);
        Assert.True(Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Length == Mails, said);
        Assert.True(Count(folder, "SELECT count(*) FROM pragma_foreign_key_check") == 0, said);
    }

    private static async Task DropAsync(string mailbox, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var number = i.ToString("000", CultureInfo.InvariantCulture);
            // Each citizen has an address of their own: receipts are capped per address and hour.
            var mail = Some.Mail(subject: $"Anliegen {number}", text: $"Guten Tag,\n\nwann wird die Laterne {number} repariert?", from: $"citizen{number}@example.org");
            var file = Path.Combine(mailbox, $"{number}.eml");
            await File.WriteAllTextAsync(file + ".part", mail);
            File.SetLastWriteTimeUtc(file + ".part", DateTime.UnixEpoch.AddDays(20_000).AddSeconds(i));
            File.Move(file + ".part", file);
        }
    }

    private static Process Start(string folder, string mailbox)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Triage.Service.dll"), "--Demo:Enabled=true", $"--Storage:Folder={folder}", $"--Intake:MailFolder={mailbox}",
            "--Intake:PollSeconds=1", "--Pipeline:LeaseSeconds=5", "--Mail:RecallSeconds=0", "--Mail:LeaseSeconds=5", "--Urls=http://127.0.0.1:0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task SettledAsync(string folder)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (Count(folder, "SELECT count(*) FROM work WHERE \"State\" = 'Done'") < Mails
            || Count(folder, "SELECT count(*) FROM notices WHERE \"State\" = 'accepted'") < Mails)
        {
            await Task.Delay(500, patience.Token);
        }
    }

    private static long Count(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "triage.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
