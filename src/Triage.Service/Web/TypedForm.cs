using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Triage.Service.Web;

/// <summary>What was typed into a form; its files are passed over and never stored.</summary>
/// <param name="Fields">The fields, in which no file stands.</param>
/// <param name="HadFiles">A file that is not empty came along.</param>
/// <param name="IsWhole">False: it was longer than may be read, and the fields after that place are missing.</param>
internal sealed record TypedForm(IFormCollection Fields, bool HadFiles, bool IsWhole)
{
    /// <summary>The most that is read of all typed fields, in bytes: a sealed <c>KeptForm</c> has some four millions.</summary>
    private const int MostTyped = 5 * 1024 * 1024;

    private const int MostParts = 1024;

    /// <summary>RFC 2046, 5.1.1 allows 70; a reader with a longer one than its buffer throws.</summary>
    private const int LongestBoundary = 128;

    /// <summary>Reads at most so many bytes of the body, files included. It is read instead of, not after, the request's form.</summary>
    /// <exception cref="InvalidDataException">A part's headers are too long.</exception>
    /// <exception cref="IOException">The body ends before its form does.</exception>
    public static Task<TypedForm> ReadAsync(HttpRequest request, long most, CancellationToken cancellation) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
                ? ReadPartsAsync(new MultipartReader(boundary.ToString(), request.Body), most, cancellation)
                : Task.FromResult(new TypedForm(FormCollection.Empty, HadFiles: false, IsWhole: false))
            : ReadPairsAsync(request.Body, cancellation);

    private static async Task<TypedForm> ReadPairsAsync(Stream body, CancellationToken cancellation)
    {
        var (text, isWhole) = await TextAsync(body, MostTyped, cancellation);
        var pairs = isWhole ? new FormReader(text) { ValueLengthLimit = MostTyped }.ReadForm() : [];
        return new TypedForm(new FormCollection(pairs), HadFiles: false, isWhole);
    }

    private static async Task<TypedForm> ReadPartsAsync(MultipartReader reader, long most, CancellationToken cancellation)
    {
        var (fields, hadFiles, typed) = (new KeyValueAccumulator(), false, 0L);
        for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } part; parts++)
        {
            var disposition = part.GetContentDispositionHeader();
            if (disposition?.IsFileDisposition() == true)
            {
                var size = await PassOverAsync(part.Body, most, cancellation);
                (most, hadFiles) = (most - size, hadFiles || size > 0);
            }
            else if (disposition?.IsFormDisposition() == true)
            {
                var (text, isWhole) = await TextAsync(part.Body, MostTyped - typed, cancellation);
                typed += isWhole ? Encoding.UTF8.GetByteCount(text) : MostTyped;
                if (isWhole)
                {
                    fields.Append(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), text);
                }
            }

            if (most <= 0 || typed >= MostTyped || parts >= MostParts)
            {
                return new TypedForm(Collection(fields), hadFiles, IsWhole: false);
            }
        }

        return new TypedForm(Collection(fields), hadFiles, IsWhole: true);
    }

    // An empty part has a length of 0; one that reaches the limit is not read on.
    private static async Task<long> PassOverAsync(Stream body, long most, CancellationToken cancellation)
    {
        var (buffer, size) = (new byte[16 * 1024], 0L);
        for (int read; size < most && (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            size += read;
        }

        return size;
    }

    private static async Task<(string Text, bool IsWhole)> TextAsync(Stream body, long most, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (text.Length + read > most)
            {
                return ("", false);
            }

            text.Write(buffer, 0, read);
        }

        return (Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length), true);
    }

    private static FormCollection Collection(KeyValueAccumulator fields) => new(fields.GetResults());
}
