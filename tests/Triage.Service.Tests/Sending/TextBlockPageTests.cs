using System.Net;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Sending;

public sealed class TextBlockPageTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_wording_that_is_refused_stays_in_the_form_with_its_subject()
    {
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        const string address = "/textbausteine/receipt";
        var typed = string.Concat(Enumerable.Repeat("Wir haben Ihre Nachricht. ", 1000));

        var refused = await supervisor.SubmitAsync(await supervisor.GetAsync(address), address, [new("Subject", "Mein Betreff"), new("Text", typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(typed.Trim(), refused.Document.GetElementById("text")!.TextContent.Trim());
        Assert.Equal("Mein Betreff", refused.Document.GetElementById("subject")!.GetAttribute("value"));
    }
}
