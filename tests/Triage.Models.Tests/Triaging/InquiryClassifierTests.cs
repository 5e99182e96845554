using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class InquiryClassifierTests(SmallTown town) : IClassFixture<SmallTown>
{
    private readonly InquiryClassifier classifier = town.Trained.Classifier(town.Embedder);

    [Theory]
    [InlineData("Ein Schlagloch in der Fahrbahn vor der Schule", "tiefbauamt", "strasse")]
    [InlineData("Wie hoch ist die Hundesteuer für meinen Hund?", "steueramt", "hundesteuer")]
    [InlineData("Ich brauche einen neuen Personalausweis", "buergerbuero", "ausweis")]
    public async Task A_plain_inquiry_goes_to_its_office(string text, string department, string topic)
    {
        var said = await classifier.ClassifyAsync(SmallTown.Inquiry(text), default);
        Assert.Equal((department, topic), (said.Department, said.Topic));
    }

    [Fact]
    public async Task An_offices_probability_is_the_sum_of_its_topics_and_the_topic_is_the_offices_best()
    {
        var owners = SmallTown.Examples.Where(e => e.Topic is not null).DistinctBy(e => e.Topic).ToDictionary(e => e.Topic!, e => e.Department);
        foreach (var example in SmallTown.Examples)
        {
            var said = await classifier.ClassifyAsync(example.Inquiry, default);
            foreach (var office in said.Departments.Where(d => d.Id.Length > 0))
            {
                Assert.Equal(office.Confidence, said.Topics.Where(t => t.Id.Length > 0 && owners[t.Id] == office.Id).Sum(t => t.Confidence), 1e-6);
            }

            Assert.Equal(said.Topics.FirstOrDefault(t => owners.GetValueOrDefault(t.Id, "") == said.Department && t.Id.Length > 0)?.Id, said.Topic);
            Assert.Equal(1, said.Departments.Sum(d => d.Confidence), 1e-6);
        }
    }

    [Fact]
    public async Task No_inquiry_has_neither_office_nor_topic_and_one_probability_everywhere()
    {
        var said = await classifier.ClassifyAsync(SmallTown.Inquiry("Newsletter: Angebot, Drucker und Toner billig bestellen, jetzt klicken"), default);
        Assert.Equal(("", null, "kein_anliegen"), (said.Department, said.Topic, said.Kind));
        var none = said.Departments.Single(d => d.Id.Length == 0).Confidence;
        Assert.Equal(none, said.Topics.Single(t => t.Id.Length == 0).Confidence, 1e-6);
        Assert.Equal(none, said.Kinds.Single(k => k.Id == "kein_anliegen").Confidence, 1e-6);
    }

    [Theory]
    [InlineData("Gegen Ihren Bescheid lege ich Widerspruch ein")]
    [InlineData("hiermit widerspreche ich dem Bescheid ueber die Grundsteuer")]
    public async Task An_objection_is_seen(string text) =>
        Assert.Equal("widerspruch", (await classifier.ClassifyAsync(SmallTown.Inquiry(text), default)).Kind);

    [Fact]
    public async Task Danger_is_urgent_and_named_in_its_words()
    {
        var said = await classifier.ClassifyAsync(SmallTown.Inquiry("Lebensgefahr! Offene Kabel an der Laterne, bitte sofort kommen."), default);
        Assert.True(said.Urgent);
        Assert.Contains("Offene Kabel", said.UrgentWords);
        Assert.False((await classifier.ClassifyAsync(SmallTown.Inquiry("Reicht der Mietvertrag für die Anmeldung?"), default)).Urgent);
    }

    [Fact]
    public async Task Reasons_stand_at_their_place_in_the_message()
    {
        var inquiry = SmallTown.Inquiry("Guten Tag,\ndie Straße hat ein Schlagloch.", "Straßenschaden");
        var said = await classifier.ClassifyAsync(inquiry, default);
        Assert.NotEmpty(said.Because);
        Assert.All(said.Because, r => Assert.Equal(r.Text, inquiry.Whole.Substring(r.Start, r.Text.Length)));
        Assert.Contains(said.Because, r => r is { Text: "Schlagloch", Weight: > 0 });
    }

    [Fact]
    public async Task Without_the_word_named_first_the_office_is_less_likely_in_nine_of_ten_cases()
    {
        var words = town.Trained.Classifier(null);
        var (fell, all) = (0, 0);
        foreach (var inquiry in SmallTown.Examples.Select(e => e.Inquiry))
        {
            var said = await words.ClassifyAsync(inquiry, default);
            if (said.Because.FirstOrDefault(r => r.Weight > 0) is { } first)
            {
                var without = await words.ClassifyAsync(inquiry with { Text = inquiry.Text.Remove(first.Start, first.Text.Length) }, default);
                all++;
                fell += without.Departments.Single(d => d.Id == said.Department).Confidence < said.Departments[0].Confidence ? 1 : 0;
            }
        }

        Assert.True(all > 40 && fell >= 0.9 * all, $"{fell} of {all}");
    }

    [Fact]
    public async Task Without_the_embedder_or_with_another_one_it_works_on_ngrams_alone_and_says_so()
    {
        foreach (var embedder in new ITextEmbedder?[] { null, new OtherEmbedder() })
        {
            var words = town.Trained.Classifier(embedder);
            var said = await words.ClassifyAsync(SmallTown.Inquiry("Ein Schlagloch in der Fahrbahn"), default);
            Assert.False(words.UsesEmbedding);
            Assert.False(said.UsesEmbedding);
            Assert.EndsWith("-ngrams", said.ModelVersion, StringComparison.Ordinal);
            Assert.Equal("tiefbauamt", said.Department);
        }

        Assert.True(classifier.UsesEmbedding);
    }

    [Theory]
    [InlineData("xqz wvkk pfft zzgrm blorp", AbstentionReason.NoWords)]
    [InlineData("", AbstentionReason.NoWords)]
    [InlineData("Buenos días, necesito una cita para mi pasaporte, por favor, ¿dónde puedo ir?", AbstentionReason.Language)]
    [InlineData("Καλημέρα, θέλω να δηλώσω τη νέα μου διεύθυνση", AbstentionReason.Language)]
    public async Task What_the_router_cannot_read_goes_to_a_person(string text, AbstentionReason reason)
    {
        var said = await classifier.ClassifyAsync(SmallTown.Inquiry(text), default);
        Assert.True(said.Abstained);
        Assert.Equal(reason, said.AbstainedBecause);
    }

    [Fact]
    public async Task Same_seed_and_data_give_the_same_router_and_another_seed_may_not()
    {
        var again = await ClassifierTrainer.TrainAsync(SmallTown.Examples, SmallTown.Options, town.Embedder, default);
        var (first, second) = (Directory.CreateTempSubdirectory(), Directory.CreateTempSubdirectory());
        Assert.Equal(town.Trained.Save(first.FullName).Version, again.Save(second.FullName).Version);
        var other = await ClassifierTrainer.TrainAsync(SmallTown.Examples, SmallTown.Options with { Seed = 2 }, town.Embedder, default);
        Assert.NotEqual(town.Trained.Save(first.FullName).Version, other.Save(second.FullName).Version);
        first.Delete(recursive: true);
        second.Delete(recursive: true);
    }

    [Fact]
    public async Task The_sentence_that_carries_the_decision_can_be_found()
    {
        var inquiry = SmallTown.Inquiry("Guten Tag zusammen. Auf der Fahrbahn ist ein Schlagloch. Danke und schönes Wochenende.");
        var sentence = await classifier.FindDecisiveSentenceAsync(inquiry, default);
        Assert.Equal("Auf der Fahrbahn ist ein Schlagloch.", sentence?.Text);
        Assert.Equal(inquiry.Whole.IndexOf("Auf", StringComparison.Ordinal), sentence?.Start);
    }

    private sealed class OtherEmbedder : ITextEmbedder
    {
        public int Dimensions => 3;

        public string ModelId => "other";

        public Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation) =>
            throw new InvalidOperationException("A router must not use an embedding that it was not trained with.");
    }
}
