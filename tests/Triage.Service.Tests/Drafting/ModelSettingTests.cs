using Triage.Service.Drafting;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Drafting;

public sealed class ModelSettingTests
{
    [Fact]
    public async Task A_style_for_an_office_that_the_town_does_not_have_stops_the_start_with_those_it_has()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("steueramd"));

        Assert.Contains("'steueramd'", error.Message, StringComparison.Ordinal);
        Assert.Contains(" steueramt,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DEFAULT")]
    [InlineData("STEUERAMT")]
    public async Task A_style_for_an_office_in_capitals_starts(string office)
    {
        await using var host = await StartAsync(office);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, ", unter 0,01 Euro")]
    [InlineData(9_999, ", unter 0,01 Euro")]
    [InlineData(10_000, ", 0,01 Euro")]
    [InlineData(1_234_500_000, ", 1.234,50 Euro")]
    public void A_small_cost_is_not_said_to_be_none(long microEuros, string words) => Assert.Equal(words, ModelUses.Price(microEuros));

    private static Task<ServiceHost> StartAsync(string office) => ServiceHost.StartAsync(new Dictionary<string, string>
    {
        ["LanguageModel:Endpoint"] = "http://model.example/v1",
        ["LanguageModel:Model"] = "m",
        [$"LanguageModel:Styles:{office}:Tone"] = "Plain",
    });
}
