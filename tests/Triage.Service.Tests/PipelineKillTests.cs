using System.Globalization;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests;

public sealed class PipelineKillTests
{
    private const int Mails = 200;
    private const int Kills = 30;

    // Thirty starts spend most of their time compiling; none lives long enough to gain from profiles.
    private static readonly Dictionary<string, string> Environment = new() { ["DOTNET_TieredPGO"] = "0" };

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
                await using var service = Start(folder, mailbox);
                // Every fifth kill may strike in the middle of the start, the others while mails are being worked on.
                await (kill % 5 == 4 ? Task.Delay(random.Next(200, 2000)) : service.ReadyAsync());
                // Workers begin half a second after the first page.
                await Task.Delay(random.Next(300, 2000));
            }

            await using (var last = Start(folder, mailbox))
            {
                await last.ReadyAsync();
                await SettledAsync(folder);
            }

            Check(folder, seed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProcess Start(string folder, string mailbox) =>
        ServiceProcess.Start(folder, mailbox, Environment, "--Pipeline:LeaseSeconds=5", "--Mail:RecallSeconds=0", "--Mail:LeaseSeconds=5");

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

    private static async Task SettledAsync(string folder)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (Count(folder, "SELECT count(*) FROM work WHERE \"State\" = 'Done'") < Mails
            || Count(folder, "SELECT count(*) FROM notices WHERE \"State\" = 'accepted'") < Mails)
        {
            await Task.Delay(500, patience.Token);
        }
    }

    private static long Count(string folder, string sql) => ServiceProcess.Read<long>(folder, sql);
}
