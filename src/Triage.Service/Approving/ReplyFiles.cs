using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using Triage.Service.Cases;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Web;

namespace Triage.Service.Approving;

/// <summary>Files that go with an answer.</summary>
internal sealed class ReplyFiles(TriageDbContext db, ContentStore content, IOptions<IntakeOptions> options)
{
    private const int MaxName = 200;

    /// <summary>The input with the form's files added, and without ids that are not this case's. Files that are too large are named.</summary>
    public async Task<(ReplyInput Input, IReadOnlyList<FormError> Errors)> TakeAsync(
        Case subject, ReplyInput input, IFormFileCollection files, CancellationToken cancellation)
    {
        var known = await db.Attachments.Where(a => a.CaseId == subject.Id && input.AttachmentIds.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation);
        var errors = new List<FormError>();
        foreach (var file in files.Where(f => f.Name == "Files" && f.Length > 0))
        {
            if (file.Length > options.Value.MaxAttachmentMegabytes * 1024L * 1024)
            {
                errors.Add(new FormError("Files", $"„{Name(file.FileName)}“ ist größer als {options.Value.MaxAttachmentMegabytes} MB."));
                continue;
            }

            known.Add(await KeepAsync(subject, file, cancellation));
        }

        return (input with { AttachmentIds = [.. known.Order()] }, errors);
    }

    private async Task<long> KeepAsync(Case subject, IFormFile file, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        var stored = await content.PutAsync(stream, cancellation);
        var row = new Attachment
        {
            CaseId = subject.Id,
            Sha256 = stored.Sha256,
            FileName = Name(file.FileName),
            MediaType = ContentType.TryParse(file.ContentType, out var type) && type.MimeType.Length <= 120 ? type.MimeType : "application/octet-stream",
            Size = stored.Size,
        };
        await db.InTransactionAsync(
            async () =>
            {
                await db.PointToAsync(content, [row.Sha256], cancellation);
                db.Attachments.Add(row);
            },
            cancellation);
        return row.Id;
    }

    // The browser's name is for display only: no path, no control characters.
    private static string Name(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? "anhang" : clean.Length > MaxName ? clean[^MaxName..] : clean;
    }
}
