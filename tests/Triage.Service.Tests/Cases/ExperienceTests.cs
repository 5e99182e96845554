using Triage.Service.Accounts;
using Triage.Service.Learning;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases;

public sealed class ExperienceTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Theory]
    [InlineData("umweltamt", nameof(DecisionKind.BlindCheck), 49, "Noch keine Erfahrung mit diesem Amt.")]
    [InlineData("kulturamt", nameof(DecisionKind.BlindCheck), 50, "Von 100 ähnlich eingestuften Anfragen waren 80 richtig (50 Fälle, letzte 90 Tage, entschieden ohne den Vorschlag zu sehen).")]
    [InlineData("friedhof", nameof(DecisionKind.Approved), 50, "Von 100 ähnlich eingestuften Anfragen waren 80 richtig (50 Fälle, letzte 90 Tage, entschieden beim Blick auf den Vorschlag).")]
    public async Task Confidence_is_a_frequency_with_its_number_of_cases_and_its_period(string office, string decided, int decisions, string words)
    {
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        var kind = Enum.Parse<DecisionKind>(decided);
        var id = await host.CaseAsync("Anfrage", office);
        var suggestion = await host.SuggestAsync(id, office);
        await host.InDatabaseAsync(async db =>
        {
            for (var i = 0; i < decisions; i++)
            {
                var other = i == 0 ? id : await host.CaseAsync("Frühere", office);
                db.Decisions.Add(Made(other, kind, suggestion, office, right: i >= decisions / 5));
            }

            return await db.SaveChangesAsync();
        });

        var page = await clerk.GetAsync($"/vorgang/{id}");

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0,8", page.Document.GetElementById("h-zust")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    private static Decision Made(long caseId, DecisionKind kind, long suggestion, string office, bool right) => new()
    {
        CaseId = caseId,
        At = TimeProvider.System.GetUtcNow(),
        Kind = kind,
        SuggestionId = suggestion,
        SuggestionVisible = kind != DecisionKind.BlindCheck,
        SuggestedDepartment = office,
        SuggestedTopic = null,
        Confidence = 0.8,
        Abstained = false,
        Department = right ? office : "bauamt",
        Topic = null,
    };
}
