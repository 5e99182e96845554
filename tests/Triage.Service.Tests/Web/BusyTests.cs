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

        var typed = await TypedForm.ReadAsync(http.Request, 100_000, TestContext.Current.CancellationToken);

        Assert.Equal((0, false), (typed.Fields.Count, typed.IsWhole));
    }

    [Fact]
    public async Task No_more_of_a_form_is_read_than_may_be()
    {
        var http = new DefaultHttpContext();
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent("vorher"), "a");
        content.Add(new ByteArrayContent(new byte[10_000_000]), "datei", "film.mp4");
        content.Add(new StringContent("nachher"), "b");
        http.Request.ContentType = content.Headers.ContentType!.ToString();
        http.Request.Body = await content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        var typed = await TypedForm.ReadAsync(http.Request, 100_000, TestContext.Current.CancellationToken);

        Assert.Equal(["a"], typed.Fields.Keys);
        Assert.Equal((true, false), (typed.HadFiles, typed.IsWhole));
        Assert.InRange(http.Request.Body.Position, 100_000, 200_000);
    }
}
