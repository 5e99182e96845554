using System.Text.Json;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

/// <summary>The router of data/models with its embedding, on golden inquiries that it never learned from.</summary>
public sealed class ShippedRouterTests : IDisposable
{
    // Every so-manieth row: enough for a share, and the embedding takes its time.
    private const int Step = 8;
    private const int Named = 3;

    private readonly OnnxEmbedder embedder = OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding"));

    public void Dispose() => embedder.Dispose();

    [Fact]
    public async Task Without_the_words_named_first_the_office_is_less_likely_in_nine_of_ten_cases()
    {
        var classifier = Router();
        var inquiries = Golden();
        var said = await classifier.ClassifyAsync(inquiries, default);
        var cases = inquiries.Zip(said, (inquiry, judged) => (Inquiry: inquiry, Judged: judged, Words: judged.Because.Where(r => r.Weight > 0).Take(Named).ToArray()))
            .Where(c => c.Words.Length > 0).ToArray();
        var without = await classifier.ClassifyAsync([.. cases.Select(c => Without(c.Inquiry, c.Words))], default);
        var fell = cases.Zip(without).Count(c => Confidence(c.Second, c.First.Judged.Department) < Confidence(c.First.Judged, c.First.Judged.Department));
        Assert.True(cases.Length > 60 && fell >= 0.9 * cases.Length, $"{fell} of {cases.Length}");
    }

    [Theory]
    [InlineData("xqz wvkk pfft zzgrm blorp")]
    [InlineData("asdkjh qwpoeiru zmxnbv lksjdf wqeiou mnbzxcv")]
    [InlineData("4711 0815 ### ???")]
    [InlineData("Buenos días, necesito una cita para renovar mi pasaporte, ¿dónde puedo pedirla?")]
    [InlineData("Goedemorgen, ik wil graag mijn hond aanmelden voor de belasting, waar kan dat?")]
    [InlineData("Buongiorno, vorrei sapere come posso iscrivere mio figlio all'asilo nido.")]
    [InlineData("Καλημέρα, θέλω να δηλώσω τη νέα μου διεύθυνση")]
    [InlineData("我想给我的孩子报名上幼儿园，需要什么文件？")]
    public async Task It_abstains_from_nonsense_and_from_languages_it_never_learned(string text) =>
        Assert.True((await Router().ClassifyAsync(new Inquiry("1", "", text), default)).Abstained);

    private InquiryClassifier Router()
    {
        var router = InquiryClassifier.Load(Path.Combine(DataFolder.Find(), "models", "router"), embedder);
        Assert.True(router.UsesEmbedding);
        return router;
    }

    private static double Confidence(Classification said, string department) => said.Departments.Single(d => d.Id == department).Confidence;

    // From the back, so that the places before stay where they are.
    private static Inquiry Without(Inquiry inquiry, IEnumerable<Reason> named) => inquiry with
    {
        Subject = "",
        Text = named.OrderByDescending(r => r.Start).Aggregate(inquiry.Whole, (text, r) => text.Remove(r.Start, r.Text.Length)),
    };

    private static Inquiry[] Golden() => [.. File.ReadLines(Path.Combine(DataFolder.Find(), "golden", "routing.jsonl"))
        .Where((_, i) => i % Step == 0)
        .Select(line => JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!)
        .Select(row => new Inquiry(row.Id, row.Subject, row.Text))];

    private sealed record Row(string Id, string Subject, string Text);
}
