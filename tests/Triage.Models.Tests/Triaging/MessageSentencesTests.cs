using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class MessageSentencesTests
{
    [Theory]
    [InlineData("Die Lampe ist aus. Wann kommt jemand?", 2)]
    [InlineData("Am 3. Mai um 10.30 Uhr, z. B. in der Str. 5, war Herr Dr. Meier da.", 1)]
    [InlineData("Hallo\n\nerstens\nzweitens", 3)]
    [InlineData("   ", 0)]
    public void Sentences_end_where_a_reader_ends_them(string text, int count)
    {
        var spans = MessageSentences.Split(text);
        Assert.Equal(count, spans.Count);
        Assert.All(spans, s => Assert.Equal(text.Substring(s.Start, s.Length).Trim(), text.Substring(s.Start, s.Length)));
    }
}
