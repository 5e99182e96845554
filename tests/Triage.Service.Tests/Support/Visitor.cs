using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Triage.Service.Tests.Support;

/// <summary>A page as it came: status, headers and document. <see cref="Html"/> is the body as sent.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, Uri Address, string Html, IHtmlDocument Document)
{
    /// <summary>Where a redirect leads to; null for a page.</summary>
    public string? Location => Headers.Location?.ToString();

    /// <summary>What people read in the main part, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
}

/// <summary>A browser with JavaScript off: it keeps cookies, shows pages, and sends forms with what stands in them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly string? ticket;

    internal Visitor(Uri address, string? ticket = null, long id = 0, string name = "")
    {
        var cookies = new CookieContainer();
        if (ticket is not null)
        {
            cookies.Add(address, new Cookie("triage", ticket));
        }

        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies, MaxConnectionsPerServer = 64 }) { BaseAddress = address };
        (this.ticket, Id, UserName) = (ticket, id, name);
    }

    /// <summary>The sign-in cookie's value, for a real browser; null when nobody is signed in.</summary>
    public string? Ticket => ticket;

    /// <summary>The account's id; 0 when nobody is signed in.</summary>
    public long Id { get; }

    public string UserName { get; }

    /// <summary>For anything that no form sends. Redirects are not followed.</summary>
    public HttpClient Http => http;

    /// <summary>Somebody else with a copy of this session's cookie.</summary>
    public Visitor Copy() => new(http.BaseAddress!, ticket, Id, UserName);

    public async Task<Answer> GetAsync(string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        return await ReadAsync(response);
    }

    /// <summary>
    /// Sends a form of the page, found by its action, with the values that stand in it, then <paramref name="fields"/>
    /// (null removes a field; "name" may stand several times), through the button that bears this name and value.
    /// </summary>
    public async Task<Answer> SubmitAsync(Answer page, string action, IEnumerable<KeyValuePair<string, string?>>? fields = null, string? button = null)
    {
        var form = FindForm(page, action);
        using var content = Content(form, FormFields.Of(form, fields ?? [], button));
        using var response = await http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Sends fields to an address for which the page has no form, with the token of any form in the page.</summary>
    public async Task<Answer> PostAsync(Answer page, string action, IEnumerable<KeyValuePair<string, string?>>? fields = null)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var all = (fields ?? []).Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var content = new FormUrlEncodedContent(all);
        using var response = await http.PostAsync(new Uri(action, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    /// <summary>Follows a redirect (303) to its page.</summary>
    public Task<Answer> FollowAsync(Answer answer) => answer.Location is { } location
        ? GetAsync(location)
        : throw new InvalidOperationException($"{answer.Address} answered {(int)answer.Status} without a Location: {answer.Text}");

    public void Dispose() => http.Dispose();

    private static IHtmlFormElement FindForm(Answer page, string action) =>
        page.Document.Forms.FirstOrDefault(f => f.GetAttribute("action") == action)
        ?? page.Document.QuerySelectorAll($"button[formaction='{action}']").OfType<IHtmlButtonElement>().FirstOrDefault()?.Form
        ?? throw new InvalidOperationException($"{page.Address} has no form for {action}; it has: {string.Join(", ", page.Document.Forms.Select(f => f.GetAttribute("action")))}");

    private static HttpContent Content(IHtmlFormElement form, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields);
        }

        var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), $"\"{name}\"");
        }

        return multipart;
    }

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, response.Headers, response.RequestMessage!.RequestUri!, html, new HtmlParser().ParseDocument(html));
    }
}
