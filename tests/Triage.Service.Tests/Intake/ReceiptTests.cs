using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Triage.Service.Accounts;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class ReceiptTests(ReceiptHost fixture) : IClassFixture<ReceiptHost>
{
    private const string Canary = "Kanarienvogel";

    private readonly ServiceHost host = fixture.Host;

    [Fact]
    public async Task Fault_17_a_receipt_repeats_nothing_that_was_submitted_and_says_that_a_machine_sent_it()
    {
        var id = await host.ReceiveAsync(Some.Mail($"Betreff {Canary}", $"Text {Canary}", $"{Canary} <eins@example.org>"));

        var notice = Assert.Single(await NoticesToAsync("eins@example.org"));
        using var mail = await LoadAsync(host, notice);
        Assert.DoesNotContain(Canary, mail.TextBody + mail.Subject + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync()), mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-replied", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task A_receipt_that_is_sent_leaves_no_status_code_behind()
    {
        await host.ReceiveAsync(Some.Mail(from: "code@example.org"));

        await ServiceHost.UntilAsync(async () => Assert.Single(await NoticesToAsync("code@example.org")).State == SendState.Accepted);
        var notice = Assert.Single(await NoticesToAsync("code@example.org"));
        using var mail = await LoadAsync(host, notice);
        var shown = await host.InDatabaseAsync(db => db.Messages.Where(m => m.MessageId == notice.MessageId).Select(m => m.Text).SingleAsync());
        // What staff see differs from what was sent by the code alone.
        var sent = mail.TextBody!.ReplaceLineEndings("\n").TrimEnd();
        var code = sent[shown.IndexOf('•', StringComparison.Ordinal)..^(shown.TrimEnd().Length - shown.LastIndexOf('•') - 1)];
        Assert.Equal(sent, shown.TrimEnd().Replace("••••", code, StringComparison.Ordinal));
        Assert.InRange(code.Length, 16, 40);
        Assert.Empty(notice.Mime);
        Assert.Empty(notice.Values);
    }

    [Fact]
    public async Task Fault_17_an_address_gets_three_receipts_an_hour_however_much_it_sends()
    {
        for (var i = 0; i < 5; i++)
        {
            await host.ReceiveAsync(Some.Mail($"Nummer {i}", from: i % 2 == 0 ? "erika@example.org" : "ERIKA@example.org"));
        }

        await host.ReceiveAsync(Some.Mail(from: "otto@example.org"));
        Assert.Equal(3, (await NoticesToAsync("erika@example.org")).Count);
        Assert.Single(await NoticesToAsync("otto@example.org"));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("Precedence: bulk")]
    [InlineData("List-Id: <news.example.org>")]
    [InlineData("Return-Path: <>")]
    public async Task Fault_17_no_receipt_goes_to_a_machine(string header)
    {
        await host.ReceiveAsync(Some.Mail(from: "programm@example.org", headers: header));

        Assert.Empty(await NoticesToAsync("programm@example.org"));
    }

    [Fact]
    public async Task Fault_17_two_services_that_write_to_each_other_stop()
    {
        await using var one = await ReceiptHost.StartAsync("buergerservice@musterstadt.example");
        await using var other = await ReceiptHost.StartAsync("rathaus@anderswo.example");
        await one.ReceiveAsync(Some.Mail(from: "rathaus@anderswo.example"));

        Assert.Equal(0, await PlayAsync(one, other, strip: false));
        // Even where something on the way takes away all that says "automatic", the cap ends it.
        Assert.InRange(await PlayAsync(one, other, strip: true), 1, 6);
    }

    /// <summary>Carries every new receipt to the other side until none is left; gives how many were answered.</summary>
    private static async Task<int> PlayAsync(ServiceHost first, ServiceHost second, bool strip)
    {
        var answers = 0;
        var carried = new Dictionary<ServiceHost, int> { [first] = 0, [second] = 0 };
        var (from, to) = (first, second);
        for (var round = 0; round < 20; round++)
        {
            var before = (await NoticesAsync(to)).Count;
            var written = await NoticesAsync(from);
            foreach (var notice in written.Skip(carried[from]))
            {
                await to.ReceiveAsync(strip ? await StrippedAsync(from, notice) : Encoding.UTF8.GetString(await SentAsync(from, notice)));
            }

            carried[from] = written.Count;
            var made = (await NoticesAsync(to)).Count - before;
            if (made == 0)
            {
                return answers;
            }

            answers += made;
            (from, to) = (to, from);
        }

        return int.MaxValue;
    }

    private static async Task<string> StrippedAsync(ServiceHost from, Notice notice)
    {
        using var mail = await LoadAsync(from, notice);
        return Some.Mail("Ihre Nachricht", "Guten Tag, bitte senden Sie uns Ihre Anschrift.", mail.From.Mailboxes.Single().Address);
    }

    private async Task<List<Notice>> NoticesToAsync(string address) =>
        [.. (await NoticesAsync(host)).Where(n => n.Recipient.Equals(address, StringComparison.OrdinalIgnoreCase))];

    private static Task<List<Notice>> NoticesAsync(ServiceHost host) => host.InDatabaseAsync(db => db.Notices.AsNoTracking().OrderBy(n => n.Id).ToListAsync());

    private static async Task<MimeMessage> LoadAsync(ServiceHost host, Notice notice) =>
        await MimeMessage.LoadAsync(new MemoryStream(await SentAsync(host, notice)));

    // What was sent is in the outbox alone: the database forgets it.
    private static async Task<byte[]> SentAsync(ServiceHost host, Notice notice)
    {
        var file = Path.Combine(host.OutboxFolder, notice.MessageId.Split('@')[0] + ".eml");
        await ServiceHost.UntilAsync(() => Task.FromResult(File.Exists(file)));
        return await File.ReadAllBytesAsync(file);
    }
}

/// <summary>A service whose receipt a supervisor has released.</summary>
public sealed class ReceiptHost : IAsyncLifetime
{
    public ServiceHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await StartAsync("buergerservice@musterstadt.example");

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static async Task<ServiceHost> StartAsync(string address)
    {
        var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Mail:From"] = address });
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await host.InDatabaseAsync(db => db.TextBlockVersions.ExecuteUpdateAsync(v => v
            .SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, supervisor.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human)));
        return host;
    }
}
