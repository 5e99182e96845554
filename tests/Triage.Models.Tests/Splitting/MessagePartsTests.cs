using Triage.Models.Splitting;

namespace Triage.Models.Tests.Splitting;

public sealed class MessagePartsTests
{
    private const string Text = "Guten Tag,\n\nwie melde ich meinen Hund ab? Er ist gestorben.\n\nAußerdem ist die Laterne am 3. Haus kaputt. Sie flackert.";

    [Fact]
    public void A_message_is_offered_sentence_by_sentence_and_nothing_but_white_space_is_left_out()
    {
        var sentences = MessageParts.Of(Text);

        Assert.Equal(
            ["Guten Tag,", "wie melde ich meinen Hund ab?", "Er ist gestorben.", "Außerdem ist die Laterne am 3. Haus kaputt.", "Sie flackert."],
            sentences.Select(s => Text.Substring(s.Start, s.Length)));
        Assert.Equal(string.Concat(Text.Where(c => !char.IsWhiteSpace(c))), string.Concat(sentences.SelectMany(s => Text.Substring(s.Start, s.Length)).Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void A_quotation_finds_the_sentences_that_it_touches()
    {
        var sentences = MessageParts.Of(Text);

        Assert.Equal([3], MessageParts.Carrying(Text, sentences, "Außerdem ist die Laterne am 3. Haus kaputt."));
        Assert.Equal([1, 2], MessageParts.Carrying(Text, sentences, "Hund ab? Er ist"));
        Assert.Empty(MessageParts.Carrying(Text, sentences, "die Ampel"));
        Assert.Empty(MessageParts.Carrying(Text, sentences, ""));
    }

    [Fact]
    public void Neighbours_keep_what_stands_between_them_and_others_begin_a_paragraph()
    {
        var sentences = MessageParts.Of(Text);

        Assert.Equal("Guten Tag,\n\nAußerdem ist die Laterne am 3. Haus kaputt. Sie flackert.", MessageParts.Text(Text, sentences, [4, 0, 3, 3]));
        Assert.Equal("", MessageParts.Text(Text, sentences, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => MessageParts.Text(Text, sentences, [5]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(5_000)]
    public void However_long_a_message_is_the_form_has_an_end_and_loses_nothing(int count)
    {
        var text = string.Join(' ', Enumerable.Range(0, count).Select(i => $"Satz Nummer x{i} ist da."));

        var parts = MessageParts.Of(text);

        Assert.InRange(parts.Count, Math.Min(count, 150), MessageParts.Most);
        Assert.Equal(text, MessageParts.Text(text, parts, Enumerable.Range(0, parts.Count)));
    }
}
