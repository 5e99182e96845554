using Triage.Models.Drafting.Composing;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Drafting.Composing;

public sealed class LetterWriterTests
{
    [Theory]
    [InlineData("Kosten", "Kosten:")]
    [InlineData("Was kostet es?", "Was kostet es?")]
    [InlineData("Frist: zwei Wochen", "Frist: zwei Wochen")]
    [InlineData("§ 4 Steuersätze", "Hund, § 4 Steuersätze:")]
    public void A_heading_ends_as_what_it_opens(string heading, string line)
    {
        const string text = "Die Hundesteuer kostet 60,00 Euro.";
        var section = Section.Read(new Passage("hund#1", "hund", "Hund", heading, text, 0, text.Length, "steueramt", null)).Single();

        Assert.Equal($"{line}\n{text} [A]", new LetterWriter().Paragraph(section, headed: true));
    }
}
