using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Triage.Service.Web;

/// <summary>What was typed into a form; its files are passed over and never stored.</summary>
/// <param name="Fields">The fields, in which no file stands.</param>
/// <param name="HadFiles">A file that is not empty came along.</param>
/// <param name="IsWhole">False: something of it is missing, because it was too long or broke off.</param>
internal sealed record TypedForm(IFormCollection Fields, bool HadFiles, bool IsWhole)
{
    /// <summary>The most that is read of all typed fields, in bytes: a sealed <c>KeptForm</c> has some four millions.</summary>
    private const int MostTyped = 5 * 1024 * 1024;

    private const int MostParts = 1024;

    /// <summary>RFC 2046, 5.1.1 allows 70; a reader with a longer one than its buffer throws.</summary>
    private const int LongestBoundary = 128;

    /// <summary>
    /// Reads the body to its end, so that fields behind files come too and the answer reaches a slow sender; memory holds typed text alone.
    /// It is read instead of, not after, the request's form.
    /// </summary>
    /// <exception cref="InvalidDataException">A part's headers are too long.</exception>
    /// <exception cref="BadHttpRequestException">The body is larger than the server takes.</exception>
    public static Task<TypedForm> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
                ? ReadPartsAsync(new MultipartReader(boundary.ToString(), request.Body), cancellation)
                : Task.FromResult(new TypedForm(FormCollection.Empty, HadFiles: false, IsWhole: false))
            : ReadPairsAsync(request.Body, cancellation);

    private static async Task<TypedForm> ReadPairsAsync(Stream body, CancellationToken cancellation)
    {
        var (text, isWhole) = await TextAsync(body, MostTyped, cancellation);
        var pairs = isWhole ? new FormReader(text) { ValueLengthLimit = MostTyped }.ReadForm() : [];
        return new TypedForm(new FormCollection(pairs), HadFiles: false, isWhole);
    }

    private static async Task<TypedForm> ReadPartsAsync(MultipartReader reader, CancellationToken cancellation)
    {
        var (fields, hadFiles, room, isWhole) = (new KeyValueAccumulator(), false, (long)MostTyped, true);
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } part; parts++)
            {
                var disposition = part.GetContentDispositionHeader();
                if (disposition?.IsFormDisposition() != true || parts >= MostParts)
                {
                    hadFiles |= await PassOverAsync(part.Body, cancellation) && disposition?.IsFileDisposition() == true;
                    isWhole &= parts < MostParts;
                    continue;
                }

                var (text, arrived) = await TextAsync(part.Body, room, cancellation);
                isWhole &= arrived;
                if (arrived)
                {
                    room -= Encoding.UTF8.GetByteCount(text);
                    fields.Append(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), text);
                }
            }
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The body ends before its form does.
            isWhole = false;
        }

        return new TypedForm(Collection(fields), hadFiles, isWhole);
    }

    /// <summary>Whether there was anything.</summary>
    private static async Task<bool> PassOverAsync(Stream body, CancellationToken cancellation)
    {
        var (buffer, any) = (new byte[16 * 1024], false);
        while (await body.ReadAsync(buffer, cancellation) > 0)
        {
            any = true;
        }

        return any;
    }

    private static async Task<(string Text, bool IsWhole)> TextAsync(Stream body, long most, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (text.Length + read > most)
            {
                await PassOverAsync(body, cancellation);
                return ("", false);
            }

            text.Write(buffer, 0, read);
        }

        return (Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length), true);
    }

    private static FormCollection Collection(KeyValueAccumulator fields) => new(fields.GetResults());
}
