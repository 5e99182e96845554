using MimeKit;

namespace Triage.Models.Intake;

/// <summary>
/// Runs once over the mail without building anything, so that a mail made of millions of parts or header lines is
/// recognised before it becomes millions of objects.
/// </summary>
internal sealed class MailGuard : MimeReader
{
    private readonly MailLimits limits;
    private int parts;
    private int headers;
    private long headerBytes;

    private MailGuard(Stream raw, RawShape shape, MailLimits limits)
        : base(Charsets.ParserOptions(limits), raw, shape.Format) => this.limits = limits;

    /// <summary>False when the mail exceeds the limits on parts or header lines.</summary>
    public static bool Allows(Stream raw, RawShape shape, MailLimits limits)
    {
        try
        {
            raw.Position = shape.Start;
            new MailGuard(raw, shape, limits).ReadMessage();
            return true;
        }
        catch (TooMuchException)
        {
            return false;
        }
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        headers++;
        headerBytes += header.RawField.Length + header.RawValue.Length;
        Check();
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        parts++;
        Check();
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        parts++;
        Check();
    }

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        parts++;
        Check();
    }

    private void Check()
    {
        if (parts > limits.MaxParts || headers > limits.MaxHeaders || headerBytes > limits.MaxHeaderBytes)
        {
            throw new TooMuchException();
        }
    }

    /// <summary>The only way to leave <see cref="MimeReader"/> early.</summary>
    private sealed class TooMuchException : Exception;
}
