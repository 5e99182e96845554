using System.Globalization;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Triage.Service.Sending;

/// <summary>
/// Hands mails to an SMTP server (RFC 5321). A temporary refusal (4xx) is tried again, a permanent one (5xx) is final, and a
/// connection that breaks after the message's bytes began to flow has an unknown outcome that nobody repeats blindly.
/// </summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    public bool IsIdempotent => false;

    public async Task<SendResult> SendAsync(MailToSend mail, CancellationToken cancellation)
    {
        var progress = new BytesSent();
        try
        {
            using var client = new SmtpClient { Timeout = 60_000 };
            await ConnectAsync(client, cancellation);
            using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Mime), cancellation);
            var sender = MailboxAddress.Parse(mail.Sender);
            await client.SendAsync(FormatOptions.Default, message, sender, mail.Recipients.Select(MailboxAddress.Parse), cancellation, progress);
            await QuitAsync(client, cancellation);
            return new SendResult(SendState.Accepted, "250");
        }
        catch (SmtpCommandException e)
        {
            var code = ((int)e.StatusCode).ToString(CultureInfo.InvariantCulture);
            return new SendResult((int)e.StatusCode >= 500 ? SendState.Rejected : SendState.Queued, code);
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or ServiceNotConnectedException or System.Net.Sockets.SocketException
            or TimeoutException or OperationCanceledException or AuthenticationException or SslHandshakeException)
        {
            return new SendResult(progress.Any ? SendState.Uncertain : SendState.Queued, e.GetType().Name);
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        var smtp = options.Value;
        var security = smtp.SmtpSecurity switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.Auto,
        };
        await client.ConnectAsync(smtp.SmtpHost, smtp.SmtpPort, security, cancellation);
        if (smtp.SmtpUser.Length > 0)
        {
            await client.AuthenticateAsync(smtp.SmtpUser, smtp.SmtpPassword, cancellation);
        }
    }

    // The server has said 250: whatever happens to the connection now, the mail is accepted (fault 15).
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or SmtpCommandException or System.Net.Sockets.SocketException or OperationCanceledException)
        {
            // Nothing to do: the mail has left.
        }
    }

    private sealed class BytesSent : ITransferProgress
    {
        public bool Any { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Any = true;

        public void Report(long bytesTransferred) => Any = true;
    }
}
