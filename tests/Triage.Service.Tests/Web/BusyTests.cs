using Microsoft.AspNetCore.Http;
using Triage.Service.Web;

namespace Triage.Service.Tests.Web;

public sealed class BusyTests
{
    [Theory]
    [InlineData(1, "warten Sie eine Sekunde")]
    [InlineData(2, "warten Sie 2 Sekunden")]
    public void The_wait_is_said_in_German(int seconds, string words)
    {
        var busy = new Busy(seconds, new TypedForm(FormCollection.Empty, HadFiles: false, IsWhole: true));

        Assert.All([busy.TextIsThere, busy.SignIn], w => Assert.Matches($"{words}[. ]", w.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public async Task A_form_without_a_usable_boundary_has_no_fields(int length)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = $"multipart/form-data; boundary={new string('a', length)}";

        var typed = await TypedForm.ReadAsync(http.Request, TestContext.Current.CancellationToken);

        Assert.Equal((0, false), (typed.Fields.Count, typed.IsWhole));
    }

    [Fact]
    public async Task Fields_behind_large_files_are_kept_and_no_file_is()
    {
        using var content = Form(("anliegen", "vorher"), ("ohneki", "ja"));

        var typed = await ReadAsync(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), content);

        Assert.Equal(["anliegen", "ohneki"], typed.Fields.Keys);
        Assert.Equal((true, true), (typed.HadFiles, typed.IsWhole));
        Assert.StartsWith("Ihr Text ist noch da", new Busy(2, typed).TextIsThere.Text.Split(". ", 2)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_not_said_to_be_there_and_what_is_behind_it_is()
    {
        using var content = Form(("anliegen", new string('x', 6_000_000)), ("ohneki", "ja"));

        var typed = await ReadAsync(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), content);

        Assert.Equal(["ohneki"], typed.Fields.Keys);
        Assert.DoesNotContain("noch da. Bitte warten", new Busy(2, typed).TextIsThere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_before_a_form_broke_off_is_kept()
    {
        using var content = Form(("anliegen", "vorher"), ("ohneki", "ja"));
        var bytes = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        var typed = await ReadAsync(bytes[..^10_000], content);

        Assert.Equal(["anliegen"], typed.Fields.Keys);
        Assert.False(typed.IsWhole);
    }

    private static MultipartFormDataContent Form((string Name, string Text) before, (string Name, string Text) behind) => new()
    {
        { new StringContent(before.Text), before.Name },
        { new ByteArrayContent(new byte[25_000_000]), "datei", "film.mp4" },
        { new StringContent(behind.Text), behind.Name },
    };

    private static Task<TypedForm> ReadAsync(byte[] body, MultipartFormDataContent content)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = content.Headers.ContentType!.ToString();
        http.Request.Body = new MemoryStream(body);
        return TypedForm.ReadAsync(http.Request, TestContext.Current.CancellationToken);
    }
}
