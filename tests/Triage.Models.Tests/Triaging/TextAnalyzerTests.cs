using System.Text;
using FsCheck.Xunit;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("Müllgebühr", "Muellgebuehr")]
    [InlineData("STRASSE", "Straße")]
    [InlineData("café", "Cafe")]
    [InlineData("Öl", "oel")]
    [InlineData("Müll", "Mu\u0308ll")]
    [InlineData("Geburts\u00ADurkunde", "Geburtsurkunde")]
    [InlineData("Aktenzeichen 2024123", "aktenzeichen 9987654")]
    public void Spellings_of_one_word_are_one(string one, string other) =>
        Assert.Equal(TextAnalyzer.Words(one).Select(w => w.Text), TextAnalyzer.Words(other).Select(w => w.Text));

    [Fact]
    public void Other_scripts_have_words_too() =>
        Assert.Equal(["дорога", "سيارة", "yol"], TextAnalyzer.Words("Дорога! سيارة? yol").Select(w => w.Text));

    [Property]
    public void Every_word_stands_where_it_says(string? text)
    {
        var whole = text ?? "";
        var end = 0;
        foreach (var word in TextAnalyzer.Words(whole))
        {
            Assert.InRange(word.Start, end, whole.Length - word.Length);
            Assert.NotEmpty(word.Text);
            end = word.Start + word.Length;
        }
    }

    [Fact]
    public void Places_are_those_of_the_text_as_it_was_typed()
    {
        var text = "Die Mu\u0308lltonne, größer!".Normalize(NormalizationForm.FormD);
        var word = TextAnalyzer.Words(text)[2];
        Assert.Equal("größer", text.Substring(word.Start, word.Length).Normalize(NormalizationForm.FormC));
    }
}
