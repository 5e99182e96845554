using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Storage;

/// <summary>Where things are kept. Section "Storage"; the database's address is <c>ConnectionStrings:Triage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>
    /// Folder of the content store and, by default, of the SQLite file and the outbox folder. A relative one is taken from
    /// the folder that holds <c>data/</c>.
    /// </summary>
    [Required]
    public string Folder { get; set; } = "var";

    /// <summary>How long a statement waits for a locked database, in seconds (1 to 300). After that it fails and is retried.</summary>
    [Range(1, 300)]
    public int WaitSeconds { get; init; } = 20;
}
