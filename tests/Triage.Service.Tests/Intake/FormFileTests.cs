using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class FormFileTests(CitizenHost fixture) : IClassFixture<CitizenHost>
{
    private readonly ServiceHost host = fixture.Host;

    [Fact]
    public async Task Files_are_kept_byte_by_byte_under_internal_names()
    {
        using var citizen = host.Visit();
        var photo = RandomNumberGenerator.GetBytes(300_000);
        using var sent = await citizen.AttachAsync(("../../foto.jpg", photo), ("leer.txt", []), ("Plan ä.pdf", [1, 2, 3]));
        await host.PipelineIdleAsync();

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var kept = await host.InDatabaseAsync(db => db.Attachments.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(["foto.jpg", "Plan ä.pdf"], kept.Select(a => a.FileName));
        var hash = Convert.ToHexStringLower(SHA256.HashData(photo));
        Assert.Equal((hash, 300_000L), (kept[0].Sha256, kept[0].Size));
        Assert.Equal(photo, await File.ReadAllBytesAsync(Path.Combine(host.Folder, "content", hash[..2], hash)));
    }

    [Fact]
    public async Task More_than_five_files_or_twenty_megabytes_are_refused_with_a_word_about_choosing_again()
    {
        using var citizen = host.Visit();
        var before = await host.InDatabaseAsync(db => db.RawMessages.CountAsync());
        using var six = await citizen.AttachAsync([.. Enumerable.Range(1, 6).Select(i => ($"{i}.txt", new byte[] { 1 }))]);
        using var large = await citizen.AttachAsync(("film.mp4", new byte[21 * 1024 * 1024]));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (six.StatusCode, large.StatusCode));
        Assert.Contains("größer als 20 MB", WebUtility.HtmlDecode(await large.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("noch einmal aus", await six.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await host.InDatabaseAsync(db => db.RawMessages.CountAsync()));
    }

    [Fact]
    public async Task A_request_beyond_every_limit_is_refused_as_too_large()
    {
        using var citizen = host.Visit();
        // A client that asks before it sends a large body reads the answer; others see the connection end.
        citizen.Http.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await citizen.AttachAsync(("film.mp4", new byte[65 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("zu groß", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }
}
