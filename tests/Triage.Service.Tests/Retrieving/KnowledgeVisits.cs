using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Retrieving;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Retrieving;

/// <summary>What editors do in their browser, in one call.</summary>
internal static class KnowledgeVisits
{
    /// <summary>A whole article; <paramref name="text"/> is its body.</summary>
    public static string Markdown(string id, string text, string title = "Probeartikel", string head = "") =>
        $"---\nid: {id}\ntitle: {title}\ndepartment: steueramt\ntopic: hundesteuer\nvalid_from: 2026-01-01\nreviewed_at: 2026-10-01\nreview_by: 2027-10-01\nsource: Satzung\n{head}---\n{text}\n";

    /// <summary>Sends files through the upload form and gives the preview.</summary>
    public static async Task<Answer> UploadAsync(this Visitor editor, params (string Name, byte[] Content)[] files)
    {
        var form = await editor.GetAsync("/wissen/einfuhr");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("department", "steueramt"), ("topic", "hundesteuer"), ("source", "Alte Seite der Stadt") })
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        content.Add(new StringContent(form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "\"__RequestVerificationToken\"");
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "\"files\"", $"\"{name}\"");
        }

        using var response = await editor.Http.PostAsync(new Uri("/wissen/einfuhr", UriKind.Relative), content);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, response.StatusCode);
        return await editor.GetAsync(response.Headers.Location!.ToString());
    }

    public static Task<Answer> UploadAsync(this Visitor editor, string name, string content) => editor.UploadAsync((name, Encoding.UTF8.GetBytes(content)));

    /// <summary>Takes every file of a preview that can be taken.</summary>
    public static Task<Answer> TakeAsync(this Visitor editor, Answer preview) => editor.SubmitAsync(preview, preview.Address.AbsolutePath);

    /// <summary>Saves the article's text as a new version and gives the page that follows.</summary>
    public static async Task<Answer> WriteAsync(this Visitor editor, string slug, string text, params (string Name, string? Value)[] fields)
    {
        var form = await editor.GetAsync($"/wissen/{slug}/bearbeiten");
        var changes = fields.Append(("text", text)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await editor.FollowAsync(await editor.SubmitAsync(form, $"/wissen/{slug}/bearbeiten", changes));
    }

    /// <summary>Releases the version that the page shows.</summary>
    public static Task<Answer> ReleaseAsync(this Visitor editor, Answer page, string slug) => editor.SubmitAsync(page, $"/wissen/{slug}/freigeben");

    /// <summary>The ids of the articles that a search for these words finds.</summary>
    public static async Task<IReadOnlyList<Passage>> FindAsync(this ServiceHost host, string words)
    {
        var search = host.Services.GetRequiredService<KnowledgeHost>();
        var inquiry = new Inquiry("", "", words);
        var found = await search.SearchAsync(inquiry, judged: null, top: 10, CancellationToken.None);
        return [.. found.Passages.Select(p => p.Passage)];
    }

    /// <summary>Whether a search for the word finds a passage in which it stands.</summary>
    public static async Task<bool> FindsAsync(this ServiceHost host, string word) =>
        (await host.FindAsync(word)).Any(p => p.Text.Contains(word, StringComparison.Ordinal));

    /// <summary>Waits until nothing in the folder of searched articles holds the word any more, or does.</summary>
    public static Task UntilFoundAsync(this ServiceHost host, string word, bool found = true) =>
        ServiceHost.UntilAsync(async () => await host.FindsAsync(word) == found);
}
