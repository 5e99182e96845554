using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Triage.Service.Tests.Sending;

/// <summary>What the server does after the final dot of a message.</summary>
public enum AfterDot
{
    Accept,
    AcceptThenDrop,
    Drop,
    TemporaryFailure,
    PermanentFailure,
}

/// <summary>An SMTP server on a loopback port that plays one script and counts what it was given.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly AfterDot afterDot;
    private readonly string? recipientReply;

    public ScriptedSmtpServer(AfterDot afterDot, string? recipientReply = null)
    {
        (this.afterDot, this.recipientReply) = (afterDot, recipientReply);
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Messages that arrived whole, the final dot included.</summary>
    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over, or the client went away.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 scripted");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Messages.Add(await ReadMessageAsync(reader));
                if (!await AnswerDotAsync(writer))
                {
                    return;
                }
            }
            else
            {
                var reply = line.StartsWith("RCPT", StringComparison.Ordinal) ? recipientReply ?? "250 ok"
                    : line == "QUIT" ? "221 bye" : "250 ok";
                await writer.WriteLineAsync(reply);
            }
        }
    }

    private async Task<bool> AnswerDotAsync(StreamWriter writer)
    {
        switch (afterDot)
        {
            case AfterDot.Drop:
                return false;
            case AfterDot.AcceptThenDrop:
                await writer.WriteLineAsync("250 accepted");
                return false;
            case AfterDot.TemporaryFailure:
                await writer.WriteLineAsync("451 try later");
                return true;
            case AfterDot.PermanentFailure:
                await writer.WriteLineAsync("554 refused");
                return true;
            default:
                await writer.WriteLineAsync("250 accepted");
                return true;
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }
}
