using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Storage;

namespace Triage.Service.Sending;

/// <summary>
/// Reads the text blocks of data/textblocks at the first start: a folder for each block, in it a file for each language
/// (de.md with front matter title, purpose, subject; others text only). They are unreleased until a person releases them.
/// </summary>
internal static class TextBlockImport
{
    public static async Task PrepareTextBlocksAsync(this WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TriageDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var folder = Path.Combine(DataFolder.Find(), "textblocks");
        var known = await db.TextBlocks.Select(b => b.Key).ToListAsync(cancellation);
        foreach (var block in TextBlockFile.ReadAll(folder).Where(b => !known.Contains(b.Key)))
        {
            await db.InTransactionAsync(() => AddAsync(db, block, now, cancellation), cancellation);
        }
    }

    private static async Task AddAsync(TriageDbContext db, TextBlockFile block, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = new TextBlock { Key = block.Key, Title = block.Title, Purpose = block.Purpose };
        db.TextBlocks.Add(row);
        await db.SaveChangesAsync(cancellation);
        db.TextBlockVersions.Add(new TextBlockVersion { TextBlockId = row.Id, Version = 1, Subject = block.Subject, Texts = block.Texts, At = now });
    }
}
