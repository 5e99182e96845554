using System.Text;
using Microsoft.Extensions.Options;
using Triage.Service.Sending;

namespace Triage.Service.Tests.Sending;

public sealed class SmtpTransportTests
{
    private static readonly MailToSend Mail = new(
        "0123456789abcdef0123456789abcdef@town.example",
        "town@town.example",
        ["citizen@mail.example"],
        Encoding.ASCII.GetBytes(
            "From: town@town.example\r\nTo: citizen@mail.example\r\nMessage-Id: <0123456789abcdef0123456789abcdef@town.example>\r\nSubject: Hallo\r\n\r\nText.\r\n"));

    [Theory]
    [InlineData(AfterDot.Accept, SendState.Accepted)]
    [InlineData(AfterDot.TemporaryFailure, SendState.Queued)]
    [InlineData(AfterDot.PermanentFailure, SendState.Rejected)]
    [InlineData(AfterDot.Drop, SendState.Uncertain)]
    [InlineData(AfterDot.AcceptThenDrop, SendState.Accepted)]
    public async Task Fault_12_to_15_what_the_server_does_after_the_final_dot_decides(AfterDot script, string expected)
    {
        await using var server = new ScriptedSmtpServer(script);

        var result = await Transport(server.Port).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(expected, result.State);
        Assert.Single(server.Messages);
        Assert.Contains(Mail.MessageId, server.Messages[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("450 busy", SendState.Queued)]
    [InlineData("550 no such user", SendState.Rejected)]
    public async Task Fault_12_and_13_a_refused_recipient_is_final_only_with_5xx(string reply, string expected)
    {
        await using var server = new ScriptedSmtpServer(AfterDot.Accept, reply);

        var result = await Transport(server.Port).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(expected, result.State);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_again()
    {
        int port;
        await using (var server = new ScriptedSmtpServer(AfterDot.Accept))
        {
            port = server.Port;
        }

        var result = await Transport(port).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(SendState.Queued, result.State);
    }

    private static SmtpTransport Transport(int port) =>
        new(Options.Create(new MailOptions { SmtpHost = "127.0.0.1", SmtpPort = port, SmtpSecurity = "none" }));
}
