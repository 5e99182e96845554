using System.Net;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

/// <summary>What a text block or a language model left open must not reach a citizen.</summary>
public sealed class PlaceholderTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData("Text", "Guten Tag,\n\nzuständig ist {Amt}.", "In Zeile 3 steht noch der Platzhalter „{Amt}“.")]
    [InlineData("Text", "Guten Tag [NAME_1],\n\ndanke.", "In Zeile 1 steht noch der Platzhalter „[NAME_1]“.")]
    [InlineData("Text", "Es kostet {{fee:gibt-es-nicht}}.", "In Zeile 1 steht noch der Platzhalter „{{fee:gibt-es-nicht}}“.")]
    [InlineData("Text", "Vertrag [ID_NUMBER_12] liegt vor.", "„[ID_NUMBER_12]“")]
    [InlineData("Subject", "Ihr Zeichen {Aktenzeichen}", "Im Betreff steht noch der Platzhalter „{Aktenzeichen}“.")]
    public async Task An_answer_with_an_unfilled_placeholder_is_refused_with_its_place(string field, string value, string said)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");

        var refused = await clerk.ReviewAsync(id, ("Text", "Guten Tag, ein Text."), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(said, refused.Document.GetElementById("fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", refused.Document.GetElementById(field)!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await host.OutboxCountAsync(id));
    }

    [Theory]
    [InlineData("Wir danken [Ihnen] und {} sowie [2]. [A]")]
    [InlineData("Rechnung [2026_17], Seite [A1].")]
    public async Task Brackets_that_are_no_placeholder_go_through(string text)
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Hund", "steueramt");

        Assert.Equal("Freigabe prüfen", (await clerk.ReviewAsync(id, ("Text", text))).Heading);
    }
}
