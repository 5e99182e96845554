using System.Text.Json;
using Triage.Models.Inquiries;
using Triage.Models.Learning;

namespace Triage.Service.Tests.Learning.Training;

/// <summary>
/// Inquiries to four offices from data/, a router trained on some of them on n-grams alone, and the rest to decide upon: small
/// enough that a training takes seconds. Of <see cref="Topic"/> it knows little: what it learns comes from decisions.
/// </summary>
public sealed class SmallRouter : IDisposable
{
    /// <summary>The topic whose decisions a test spoils, and the one it is mistaken for.</summary>
    public const string Topic = "hundesteuer";
    public const string Mistaken = "hundehaltung";

    private static readonly Lazy<ILookup<string, InquiryRow>> Rows = new(() => Read("inquiries", "train.jsonl").ToLookup(r => r.Row.Field("topic")!, r => r.Row));
    private static readonly string[] Topics = [Topic, Mistaken, "wohnsitz", "abfall"];

    private readonly string folder = Directory.CreateTempSubdirectory("triage-router-").FullName;

    public SmallRouter()
    {
        File.WriteAllLines(TrainingFile, Read("inquiries", "train.jsonl").GroupBy(l => l.Row.Field("topic")).SelectMany(g => g.Take(Shipped(g.Key!))).Select(l => l.Line));
        File.WriteAllLines(MeasuringFile, Read("golden", "routing.jsonl").Select(l => l.Line));
        Version = Train([.. Rows.Value.SelectMany(g => g.Take(Shipped(g.Key))).Select(r => r.Complete())], ModelFolder);
    }

    public string ModelFolder => Path.Combine(folder, "router");

    public string Version { get; }

    public string TrainingFile => Path.Combine(folder, "train.jsonl");

    public string MeasuringFile => Path.Combine(folder, "measure.jsonl");

    /// <summary>For a host that learns and measures with these few rows.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Triaging:ModelFolder", ModelFolder), ("Triaging:EmbeddingFolder", Path.Combine(folder, "none")),
        ("Learning:TrainingFile", TrainingFile), ("Learning:MeasuringFile", MeasuringFile), ("Learning:LookSeconds", "1"),
    ];

    /// <summary>Inquiries to a topic's office that no router has learned from yet.</summary>
    public static IReadOnlyList<InquiryRow> Fresh(string topic) => [.. Rows.Value[topic].Skip(Shipped(topic))];

    /// <summary>Trains on n-grams alone and writes the folder.</summary>
    public static string Train(IReadOnlyList<TrainingExample> examples, string folder) =>
        ClassifierTrainer.TrainAsync(examples, new TrainingOptions { Hints = TownHints.Read() }, null, CancellationToken.None).GetAwaiter().GetResult().Save(folder).Version;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int Shipped(string topic) => topic == Topic ? 8 : 60;

    private static List<(string Line, InquiryRow Row)> Read(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(DataFolder.Find(), folder, file)).Select((line, i) => (line, new InquiryRow(JsonSerializer.Deserialize<JsonElement>(line), i + 1)))
            .Where(l => Topics.Contains(l.Item2.Field("topic")))];
}
