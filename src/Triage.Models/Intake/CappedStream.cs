namespace Triage.Models.Intake;

/// <summary>Keeps the first bytes written to it and counts the rest, so that a part's size never becomes memory.</summary>
internal sealed class CappedStream(int cap) : Stream
{
    private readonly MemoryStream kept = new();
    private long total;

    public ReadOnlySpan<byte> Kept => kept.GetBuffer().AsSpan(0, (int)kept.Length);

    public bool Overflowed => total > cap;

    public override long Length => total;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        total += buffer.Length;
        kept.Write(buffer[..Math.Min(buffer.Length, cap - (int)kept.Length)]);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        kept.Dispose();
        base.Dispose(disposing);
    }
}
