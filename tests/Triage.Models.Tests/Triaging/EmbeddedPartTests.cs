using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class EmbeddedPartTests
{
    [Theory]
    [InlineData("Wo bekomme ich einen Pass?", "Wo bekomme ich einen Pass?")]
    [InlineData("", "")]
    public void A_short_message_is_embedded_whole(string message, string part) => Assert.Equal(part, EmbeddedPart.Of(message));

    [Fact]
    public void A_long_message_is_embedded_from_its_beginning_up_to_a_word()
    {
        var message = string.Join(' ', Enumerable.Repeat("Laubsack", 200));
        var part = EmbeddedPart.Of(message);

        Assert.StartsWith(part, message, StringComparison.Ordinal);
        Assert.InRange(part.Length, 800, 900);
        Assert.EndsWith("Laubsack", part, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_without_spaces_is_cut_too() => Assert.Equal(900, EmbeddedPart.Of(new string('x', 5000)).Length);
}
