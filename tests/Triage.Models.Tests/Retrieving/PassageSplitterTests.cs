using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Models.Triaging;
using static Triage.Models.Tests.Retrieving.Articles;

namespace Triage.Models.Tests.Retrieving;

public sealed class PassageSplitterTests
{
    // As many tokens as German text has in the mean, prefix and marks included.
    private static readonly PassageSplitter Splitter = new(Tokens);

    [Fact]
    public void A_passage_is_an_exact_range_of_its_article()
    {
        var article = Article("a", "Titel", $"Vorab {Words(70)}.\n\n## Kosten\n{Words(80, "geld")}.\n\n### Ermäßigung\n{Words(90, "rabatt")}.\n\n## Dauer\n{Words(100, "tag")}.");

        var passages = Splitter.Split(article);

        Assert.Equal(["", "Kosten", "Kosten › Ermäßigung", "Dauer"], passages.Select(p => p.HeadingPath));
        Assert.All(passages, p => Assert.Equal(article.Markdown.Substring(p.Start, p.Length), p.Text));
        Assert.Equal(["a#1", "a#2", "a#3", "a#4"], passages.Select(p => p.Id));
    }

    [Fact]
    public void Short_sections_share_a_passage_with_the_heading_between_them()
    {
        var passage = Assert.Single(Splitter.Split(Article("a", "Titel", "## Kosten\nZehn Euro.\n\n## Dauer\nDrei Wochen.")));

        Assert.Equal("Kosten; Dauer", passage.HeadingPath);
        Assert.Equal("Zehn Euro.\n\n## Dauer\nDrei Wochen.", passage.Text);
    }

    [Fact]
    public void A_long_section_becomes_even_shares()
    {
        var sentences = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"Satz Nummer {i} hat genau sieben Wörter.").ToArray());

        var passages = Splitter.Split(Article("a", "Titel", sentences));

        Assert.Equal(2, passages.Count);
        Assert.All(passages, p => Assert.InRange(p.Text.Split(' ').Length, 125, 155));
        Assert.All(passages, p => Assert.EndsWith("Wörter.", p.Text));
    }

    [Theory]
    [InlineData("- {0}\n- {1}\n- {2}")]
    [InlineData("| Was | Wie |\n|---|---|\n| {0} | x |\n| {1} | y |\n| {2} | z |")]
    [InlineData("(1) {0}. {1}. {2}.")]
    public void A_list_a_table_and_a_numbered_paragraph_stay_whole(string form)
    {
        var block = string.Format(null, CompositeFormat.Parse(form), Words(70, "a"), Words(70, "b"), Words(70, "c"));

        var passages = Splitter.Split(Article("a", "Titel", $"{Words(120)}.\n\n{block}\n\n{Words(120)}."));

        Assert.Single(passages, p => p.Text.Contains(block));
    }

    [Fact]
    public void A_lead_in_stays_with_its_list()
    {
        var passages = Splitter.Split(Article("a", "Titel", $"{Words(170)}.\n\nBringen Sie mit:\n\n- {Words(65, "ding")}"));

        Assert.StartsWith("Bringen Sie mit:", Assert.Single(passages, p => p.Text.Contains("ding1 ")).Text);
    }

    [Fact]
    public void A_list_beyond_the_models_measure_is_cut_between_its_items()
    {
        var passages = Splitter.Split(Article("a", "Titel", string.Join('\n', Enumerable.Range(0, 30).Select(i => $"- {Words(25, "punkt")}."))));

        Assert.True(passages.Count > 1);
        Assert.All(passages, p => Assert.Matches(@"\A- .*\.\z", p.Text.ReplaceLineEndings(" ")));
    }

    [Theory]
    [InlineData("Nach § 3 Abs. 2 Nr. 1 gilt das, z. B. am 1. März. Danach nicht.", new[] { "Nach § 3 Abs. 2 Nr. 1 gilt das, z. B. am 1. März.", "Danach nicht." })]
    [InlineData("Was kostet das? Bitte um Antwort! Danke", new[] { "Was kostet das?", "Bitte um Antwort!", "Danke" })]
    [InlineData("Das Gesetz gilt seit 2024. Es kostet 12,50 Euro.", new[] { "Das Gesetz gilt seit 2024.", "Es kostet 12,50 Euro." })]
    public void A_sentence_does_not_end_within_a_paragraphs_number(string text, string[] sentences) =>
        Assert.Equal(sentences, Sentences.Find(text, 0, text.Length).Select(s => text[s.Start..s.End]));

    [Property(MaxTest = 300)]
    public Property No_text_makes_a_passage_over_the_measure_or_out_of_range() => Prop.ForAll(Markdown.ToArbitrary(), text =>
    {
        var passages = Splitter.Split(Article("a", "Titel", text));
        Assert.All(passages, p => Assert.InRange(Tokens(PassageText.ForEmbedding(p)), 1, PassageSplitter.MostTokens));
        Assert.All(passages, p => Assert.Equal(text.Substring(p.Start, p.Length), p.Text));
        Assert.All(passages.Zip(passages.Skip(1)), p => Assert.True(p.First.Start + p.First.Length <= p.Second.Start));
    });

    [Fact]
    public void The_shipped_models_tokens_never_exceed_the_measure()
    {
        using var embedder = OnnxEmbedder.Load(EmbeddingFolder);
        var splitter = new PassageSplitter(embedder.CountTokens);
        string[] texts =
        [
            string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"{i * 7919}")),
            new('x', 5000),
            string.Concat(Enumerable.Repeat("Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung ", 200)),
            string.Concat(Enumerable.Repeat("😀漢字 ", 1500)),
            "| a | b |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| 12.345,67 € | §§ 3–5 |\n", 200)),
        ];

        Assert.All(
            texts.SelectMany(t => splitter.Split(Article("a", "Titel", t))),
            p => Assert.InRange(embedder.CountTokens(PassageText.ForEmbedding(p)), 1, PassageSplitter.MostTokens));
    }

    private static int Tokens(string text) =>
        4 + text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(word => (word.Length + 3) / 4);

    private static readonly Gen<string> Markdown =
        from parts in Gen.ListOf(Gen.Elements(
            "# Eins\n", "## Zwei\n", "\n\n", "- Punkt eins zwei drei\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "> Zitat\n", "```\nCode\n", "§ 3\n\n",
            "(1) Absatz. ", "Ein Satz mit sechs Wörtern hier. ", Words(150) + ". ", new string('x', 2500), "Bringen Sie mit:\n\n", "ß\u0301😀 ", "<div>\n", "1. eins\n2. zwei\n"), 25)
        select string.Concat(parts);
}
