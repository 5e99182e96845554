using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Cases;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Approving;

/// <summary>A text block as a clerk would insert it into an answer, placeholders filled.</summary>
public sealed record InsertableBlock(string Key, string Title, string Text);

/// <summary>The released text blocks for an answer to one case.</summary>
internal sealed class InsertableBlocks(TriageDbContext db, TownFacts facts, Municipality town, IOptions<MailOptions> mail)
{
    // Its office and contact are those of the office that is responsible, which the clerk names.
    private const string NotResponsible = "not-responsible";
    private const string Farewell = "Mit freundlichen Grüßen";

    /// <summary>Ordered by title. A placeholder without a value stays visible.</summary>
    public async Task<IReadOnlyList<InsertableBlock>> OfAsync(Case subject, CancellationToken cancellation)
    {
        var released = await db.TextBlocks.Where(b => b.Purpose == TextBlockPurpose.Block)
            .Join(db.TextBlockVersions.Where(v => v.Released == 1), b => b.Id, v => v.TextBlockId, (b, v) => new { b.Key, b.Title, Version = v })
            .AsNoTracking().ToListAsync(cancellation);
        return [.. released.GroupBy(r => r.Key).Select(g => g.MaxBy(r => r.Version.Version)!).OrderBy(r => r.Title, StringComparer.Ordinal)
            .Select(r => new InsertableBlock(r.Key, r.Title, Fill(r.Version.Texts[NoticeText.German], Values(subject, r.Key))))];
    }

    /// <summary>The letter with the block before its closing words, or at its end when it has none.</summary>
    public static string Insert(string letter, string block)
    {
        var end = letter.LastIndexOf(Farewell, StringComparison.Ordinal);
        return end < 0 ? $"{letter.TrimEnd()}\n\n{block}\n" : $"{letter[..end].TrimEnd()}\n\n{block}\n\n{letter[end..]}";
    }

    private string Fill(string text, IReadOnlyDictionary<string, string> values) => Placeholders.Fill(NoticeText.Fill(text, values), facts).Text;

    private Dictionary<string, string> Values(Case subject, string key)
    {
        var office = key != NotResponsible || town.Department(subject.Department)?.External == true ? facts.Contact(subject.Department) : null;
        (string Name, string? Value)[] values =
        [
            ("Aktenzeichen", subject.Number),
            ("Eingang", German.Day(subject.CreatedAt)),
            ("Antwort bis", German.Day(subject.DueAt)),
            ("Statusseite", new Uri(new Uri(mail.Value.PublicAddress), "/stand").ToString()),
            ("Amt", office?.Name),
            ("Telefon", office?.Phone),
            ("E-Mail", office?.Email),
            ("Öffnungszeiten", office?.Hours),
        ];
        return values.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!);
    }
}
