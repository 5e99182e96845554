using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Triage.Service.Storage;

/// <summary>Bytes kept under their SHA-256: <c>content/ab/abcdef…</c>. A file is complete and flushed before it has its name.</summary>
internal sealed partial class ContentStore(IOptions<StorageOptions> options)
{
    private readonly string folder = Path.GetFullPath(Path.Combine(options.Value.Folder, "content"));

    /// <summary>Copies the stream to the store. File and directory are flushed to disk when this returns.</summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written; nothing is left behind.</exception>
    public async Task<StoredContent> PutAsync(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            var stored = await WriteAsync(temporary, content, cancellation);
            var target = PathOf(stored.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(temporary, target, overwrite: true);
            FlushDirectory(Path.GetDirectoryName(target)!);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens stored bytes.</summary>
    /// <exception cref="FileNotFoundException">There are none under this hash.</exception>
    public FileStream Open(string sha256) => new(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 65536, FileOptions.Asynchronous);

    /// <summary>Whether there are bytes under this hash.</summary>
    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Deletes stored bytes; there may be none. The caller knows that no row points to them.</summary>
    public void Delete(string sha256)
    {
        var file = PathOf(sha256);
        if (File.Exists(file))
        {
            File.Delete(file);
            FlushDirectory(Path.GetDirectoryName(file)!);
        }
    }

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, sha256[..2], sha256)
        : throw new ArgumentException($"'{sha256}' is no SHA-256 in lower-case hexadecimal.", nameof(sha256));

    private static async Task<StoredContent> WriteAsync(string file, Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, FileOptions.Asynchronous);
        var buffer = new byte[65536];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        target.Flush(flushToDisk: true);
        return new StoredContent(Convert.ToHexStringLower(hash.GetHashAndReset()), target.Length);
    }

    // .NET flushes files but no directories; without this a rename may be lost when the power fails (fsync(2)).
    private static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = open(directory, 0, 0);
        if (handle >= 0)
        {
            _ = fsync(handle);
            _ = close(handle);
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fsync(int handle);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int close(int handle);
}

/// <summary>SHA-256 (64 lower-case hexadecimal digits) and size in bytes of stored content.</summary>
internal sealed record StoredContent(string Sha256, long Size);
