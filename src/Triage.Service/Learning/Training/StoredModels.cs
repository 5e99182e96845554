using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Storage;

namespace Triage.Service.Learning.Training;

/// <summary>Models in the database: which one serves, its files, and which old ones go.</summary>
internal sealed class StoredModels(TriageDbContext db)
{
    /// <summary>Largest ZIP file of a model, in bytes.</summary>
    private const int MostBytes = 15 * 1024 * 1024;

    /// <summary>Models kept beside the one that serves.</summary>
    private const int MostOthers = 3;

    /// <summary>The promoted model's id; null: the one that came with the program.</summary>
    public async Task<long?> ServingAsync(CancellationToken cancellation)
    {
        var value = await db.Settings.AsNoTracking().Where(s => s.Key == Setting.ServingModel).Select(s => s.Value).SingleOrDefaultAsync(cancellation);
        return long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    /// <summary>Writes the model's files into a folder; what they hold is checked when they are loaded.</summary>
    /// <exception cref="InvalidDataException">The model is not there any more, or no ZIP file.</exception>
    public async Task UnpackAsync(long id, string folder, CancellationToken cancellation)
    {
        var zip = await db.Models.AsNoTracking().Where(m => m.Id == id).Select(m => m.Zip).SingleOrDefaultAsync(cancellation)
            ?? throw new InvalidDataException($"Das Modell {id} ist nicht in der Datenbank.");
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        if (archive.Entries.Sum(e => e.Length) > MostBytes)
        {
            throw new InvalidDataException($"Das Modell {id} ist größer, als ein Modell sein kann.");
        }

        archive.ExtractToDirectory(folder, overwriteFiles: true);
    }

    /// <summary>The folder as a ZIP file.</summary>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static byte[] Pack(string folder)
    {
        using var bytes = new MemoryStream();
        // What is large in it is compressed already.
        ZipFile.CreateFromDirectory(folder, bytes, CompressionLevel.Fastest, includeBaseDirectory: false);
        return bytes.Length <= MostBytes ? bytes.ToArray() : throw new InvalidDataException($"The model has {bytes.Length} bytes; at most {MostBytes} are kept.");
    }

    /// <summary>
    /// Deletes all but the serving model and the last ones that were made or used, inside the caller's transaction. One that learned
    /// from cases erased since goes as soon as it does not serve and there is a newer one.
    /// </summary>
    public async Task PruneAsync(CancellationToken cancellation)
    {
        var serving = await ServingAsync(cancellation);
        var others = await db.Models.Where(m => m.Id != serving).Select(m => new { m.Id, m.At, m.PromotedAt, m.ErasedCases }).ToListAsync(cancellation);
        var newest = await db.Models.MaxAsync(m => (long?)m.Id, cancellation);
        var gone = others.OrderByDescending(m => m.PromotedAt ?? m.At).Where((m, i) => i >= MostOthers || (m.ErasedCases > 0 && m.Id != newest)).Select(m => m.Id).ToList();
        await db.LearnedCases.Where(l => gone.Contains(l.ModelId)).ExecuteDeleteAsync(cancellation);
        await db.Models.Where(m => gone.Contains(m.Id)).ExecuteDeleteAsync(cancellation);
    }
}
