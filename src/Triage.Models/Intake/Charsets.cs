using System.Text;
using MimeKit;

namespace Triage.Models.Intake;

/// <summary>
/// Reads bytes as text by what they are rather than by what a mail declares, where the two can be told apart:
/// bytes that are valid UTF-8 with umlauts in them are practically never anything else.
/// </summary>
public static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>windows-1252: what German mail without a declared charset most often is, and a superset of ISO 8859-1.</summary>
    public static Encoding Western { get; } = GetWestern();

    /// <summary>What MimeKit needs to read broken headers as German mail programs meant them.</summary>
    internal static ParserOptions ParserOptions(MailLimits limits) => new()
    {
        CharsetEncoding = Western,
        MaxMimeDepth = limits.MaxDepth,
        RespectContentLength = false,
    };

    /// <summary>
    /// Decodes <paramref name="bytes"/>; <paramref name="declared"/> may be null, unknown or wrong. The charset is the one used.
    /// </summary>
    public static (string Text, string Charset, bool Guessed) Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (ByteOrderMark(bytes) is { } mark)
        {
            return (mark.GetString(bytes[mark.Preamble.Length..]), mark.WebName, false);
        }

        var named = Find(declared);
        if (named is not null && !IsAsciiSuperset(named))
        {
            return (named.GetString(bytes), named.WebName, false);
        }

        if (System.Text.Ascii.IsValid(bytes))
        {
            return (Encoding.ASCII.GetString(bytes), named?.WebName ?? "us-ascii", false);
        }

        return DecodeEightBit(bytes, named, declared);
    }

    private static (string Text, string Charset, bool Guessed) DecodeEightBit(ReadOnlySpan<byte> bytes, Encoding? named, string? declared)
    {
        var utf8 = TryUtf8(bytes);
        if (utf8 is not null && (named is null || IsUnicodeOrWestern(named)))
        {
            return (utf8, "utf-8", named is not UTF8Encoding && !string.IsNullOrEmpty(declared));
        }

        if (named is null or UTF8Encoding or ASCIIEncoding)
        {
            return MostlyUtf8(bytes)
                ? (Encoding.UTF8.GetString(bytes), "utf-8", true)
                : (Western.GetString(bytes), Western.WebName, true);
        }

        return named.CodePage == 28591
            ? (Western.GetString(bytes), Western.WebName, false)
            : (named.GetString(bytes), named.WebName, false);
    }

    private static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name.Trim(' ', '"', '\''));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Unknown, or UTF-7, which .NET refuses because it hides markup.
            return null;
        }
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A part cut within a character, or one broken byte in a long text, is no reason to lose every umlaut.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(c => c == '\uFFFD');
        var good = text.Count(c => c > '\u007F') - broken;
        return good > 4 * broken;
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(true, true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsAsciiSuperset(Encoding encoding) =>
        encoding.CodePage is not (1200 or 1201 or 12000 or 12001 or 50220 or 50221 or 50222 or 50225 or 50227 or 52936)
        && encoding.GetBytes("Az")[0] == (byte)'A';

    private static bool IsUnicodeOrWestern(Encoding encoding) =>
        encoding.CodePage is 65001 or 20127 or 28591 or 1252 or 28605 or 850 or 437;

    private static Encoding GetWestern()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
