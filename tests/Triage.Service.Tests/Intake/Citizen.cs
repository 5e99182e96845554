using System.Net;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

/// <summary>What a person with a browser does on the citizens' pages.</summary>
internal static class Citizen
{
    public const string Text = "Guten Tag,\n\ndie Laterne vor unserem Haus ist seit Montag aus.";

    /// <summary>The fields of a form filled in by somebody who wants an e-mail.</summary>
    public static Dictionary<string, string?> Fields(params (string Name, string? Value)[] changes)
    {
        var fields = new Dictionary<string, string?>
        {
            ["betreff"] = "Laterne kaputt",
            ["anliegen"] = Text,
            ["ort"] = "Gartenstraße 4",
            ["antwort"] = "email",
            ["name"] = "Jörg Müller",
            ["email"] = "joerg@example.org",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>Fills in the form and sends it.</summary>
    public static async Task<Answer> WriteAsync(this Visitor citizen, params (string Name, string? Value)[] changes) =>
        await citizen.SubmitAsync(await citizen.GetAsync("/"), "/", Fields(changes));

    /// <summary>Sends the form and reads number and code from the confirmation.</summary>
    public static async Task<(string Number, string Code)> OpenCaseAsync(this Visitor citizen, params (string Name, string? Value)[] changes)
    {
        var sent = await citizen.WriteAsync(changes);
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Text);
        var thanks = await citizen.FollowAsync(sent);
        var codes = thanks.Document.QuerySelectorAll("dd.code").Select(d => d.TextContent).ToList();
        return (codes[0], codes[1]);
    }

    /// <summary>Shows number and code, and gives the page that follows.</summary>
    public static async Task<Answer> LookUpAsync(this Visitor citizen, string number, string code)
    {
        var answer = await citizen.SubmitAsync(
            await citizen.GetAsync("/stand"), "/stand", new Dictionary<string, string?> { ["aktenzeichen"] = number, ["code"] = code });
        return answer.Status == HttpStatusCode.SeeOther ? await citizen.FollowAsync(answer) : answer;
    }

    /// <summary>Sends the form with files.</summary>
    public static async Task<HttpResponseMessage> AttachAsync(this Visitor citizen, params (string Name, byte[] Content)[] files)
    {
        var page = await citizen.GetAsync("/");
        var form = page.Document.Forms.Single(f => f.GetAttribute("action") == "/");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FormFields.Of(form, Fields(), null))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "\"anhang\"", name);
        }

        return await citizen.Http.PostAsync(new Uri("/", UriKind.Relative), content);
    }
}
