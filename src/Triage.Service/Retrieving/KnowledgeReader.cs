using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving;

/// <summary>What a web page does not say about itself; the editor says it for all pages of an import.</summary>
internal sealed record PageFacts(string Department, string? Topic, string Source, DateOnly Today);

/// <summary>Reads uploaded files as articles: Markdown with front matter, web pages, and archives of both. A bad file stops no other.</summary>
internal sealed partial class KnowledgeReader(ArticleCheck check)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 6 * 1024 * 1024;

    /// <summary>Folder of an export that holds older versions; it is not imported.</summary>
    public const string OldVersions = "fassungen/";

    // Unpacked; the town's 300 articles have 0.8 MB.
    private const long MostUnpacked = 40 * 1024 * 1024;
    private const int MostFiles = 2000;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="name">The file's name; its ending says what it is, and nothing is ever written under it.</param>
    /// <param name="content">The file, at the beginning.</param>
    /// <param name="page">For web pages.</param>
    public IReadOnlyList<ImportItem> Read(string name, Stream content, PageFacts page)
    {
        if (Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return Unpack(name, content, page);
        }

        var bytes = new byte[MostBytes + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return [length > MostBytes ? Refused(name, "Die Datei ist größer als 6 Megabyte.") : One(name, bytes.AsSpan(0, length), page)];
    }

    /// <summary>The same for a Markdown file whose text is at hand.</summary>
    public ImportItem ReadMarkdown(string name, string content)
    {
        try
        {
            return Checked(name, ArticleFile.Read(content));
        }
        catch (FormatException e)
        {
            return Refused(name, $"Am Anfang müssen zwischen zwei Zeilen --- die Angaben id, title, department, valid_from, reviewed_at und source stehen. Technische Meldung: {e.Message}");
        }
    }

    private List<ImportItem> Unpack(string name, Stream content, PageFacts page)
    {
        var items = new List<ImportItem>();
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read);
            var left = MostUnpacked;
            foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith(OldVersions, StringComparison.Ordinal)).Take(MostFiles))
            {
                // What an archive says about an entry's size need not be true, so it is counted while reading.
                using var stream = entry.Open();
                var bytes = new byte[Math.Min(MostBytes, left) + 1];
                var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                left -= length;
                if (length == bytes.Length)
                {
                    items.Add(Refused(entry.FullName, "Entpackt ist die Datei zu groß."));
                    break;
                }

                items.Add(One(entry.FullName, bytes.AsSpan(0, length), page));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentOutOfRangeException)
        {
            items.Add(Refused(name, "Das Archiv lässt sich nicht lesen."));
        }

        return items;
    }

    private ImportItem One(string name, ReadOnlySpan<byte> bytes, PageFacts page) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => Text(bytes) is { } text ? ReadMarkdown(name, text) : Refused(name, "Die Datei ist nicht in UTF-8 geschrieben."),
        // Old pages that do not say so are in Windows' Western alphabet, which Latin 1 mostly equals.
        ".HTML" or ".HTM" => ReadPage(name, Text(bytes) ?? Encoding.Latin1.GetString(bytes), page),
        _ => Refused(name, "Übernommen werden Dateien mit der Endung .md, .html oder .zip."),
    };

    private ImportItem ReadPage(string name, string html, PageFacts page)
    {
        var (title, markdown) = HtmlMarkdown.Read(html, ArticleCheck.MostCharacters);
        if (markdown is null)
        {
            return Refused(name, "Der Text ist länger als 100.000 Zeichen. Bitte teilen Sie ihn auf.");
        }

        title ??= Path.GetFileNameWithoutExtension(name);
        title = title.Length > 200 ? title[..200] : title;
        return Checked(name, new KnowledgeArticle(
            Slug(title), title, page.Department, page.Topic, page.Today, page.Today, page.Today.AddYears(1), page.Source, "", [], markdown));
    }

    private ImportItem Checked(string name, KnowledgeArticle article) =>
        check.Of(article) is [var error, ..] ? Refused(name, error.Text) : new ImportItem(name, article, null);

    private static ImportItem Refused(string name, string reason) => new(name, null, reason);

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Slug(string title)
    {
        var plain = title.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        var slug = Others().Replace(plain, "-").Trim('-');
        return slug.Length > 80 ? slug[..80].Trim('-') : slug;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();
}
