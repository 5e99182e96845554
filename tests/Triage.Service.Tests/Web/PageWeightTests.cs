using System.IO.Compression;
using System.Net;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Web;

public sealed class PageWeightTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/stand")]
    [InlineData("/datenschutz")]
    public async Task The_first_load_of_a_citizens_page_weighs_at_most_75_kilobytes(string address)
    {
        using var visitor = host.Visit();
        var page = await visitor.GetAsync(address);
        var weight = Zipped(page.Html);
        var sheets = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).ToList();
        Assert.NotEmpty(sheets);
        foreach (var sheet in sheets)
        {
            var css = await visitor.Http.GetStringAsync(new Uri(sheet, UriKind.Relative));
            weight += Zipped(css);
            foreach (var font in css.Split("url(\"fonts/").Skip(1).Select(u => u[..u.IndexOf('"', StringComparison.Ordinal)]))
            {
                weight += (await visitor.Http.GetByteArrayAsync(new Uri($"/assets/fonts/{font}", UriKind.Relative))).Length;
            }
        }

        Assert.InRange(weight, 40_000, 75_000);
    }

    [Fact]
    public async Task Style_sheets_are_sent_compressed_and_pages_with_secrets_are_not()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        using var css = await client.GetAsync(new Uri("/assets/kern.css", UriKind.Relative));
        using var page = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Contains(css.Content.Headers.ContentEncoding, e => e is "br" or "gzip");
        Assert.Empty(page.Content.Headers.ContentEncoding);
    }

    private static int Zipped(string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return (int)memory.Length;
    }
}
