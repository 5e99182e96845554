using System.Diagnostics;
using System.Text.Json;
using Triage.Models.Inquiries;
using Triage.Models.Learning;
using Triage.Models.Triaging;

namespace Triage.Service.Learning.Training;

/// <summary>
/// The training itself, in a process of its own (<c>Triage.Service learn</c>): eleven minutes of a core and 0.9 GB were measured,
/// at low priority beside the pages, and given back to the machine at its end.
/// </summary>
internal static class TrainingProcess
{
    /// <summary>The argument that makes the program a training process.</summary>
    public const string Command = "learn";

    /// <summary>Reads a <see cref="TrainingJob"/> and writes its <see cref="TrainingResult"/>; 0 when there is one.</summary>
    public static async Task<int> RunAsync()
    {
        // Before any other thread begins: on Linux a thread has the priority of the one that made it.
        using (var self = Process.GetCurrentProcess())
        {
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
        }

        var input = Console.In;
        var job = JsonSerializer.Deserialize<TrainingJob>(await input.ReadLineAsync() ?? "null", JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"'{Command}' is started by the service itself, which tells it what to learn.");
        EndWith(input);
        var result = await TryAsync(job);
        await File.WriteAllTextAsync(job.ResultFile, JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        return 0;
    }

    // The service keeps the input open; it ends when the service does, however that came.
    private static void EndWith(TextReader input) => new Thread(() =>
    {
        while (input.ReadLine() is not null)
        {
        }

        Environment.Exit(1);
    }) { IsBackground = true }.Start();

    private static async Task<TrainingResult> TryAsync(TrainingJob job)
    {
        try
        {
            return await RunAsync(job);
        }
        catch (ModelException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return new TrainingResult(null, null, 0, null, "Das jetzige Modell fehlt oder ist beschädigt. Es gibt nichts, woran ein neues gemessen werden kann.");
        }
        catch (Exception e)
        {
            // Where it went wrong, but never in whose words: a reader's message quotes what it could not read.
            await Console.Error.WriteLineAsync($"The training failed with {e.GetType()}:{Environment.NewLine}{e.StackTrace}");
            return new TrainingResult(null, null, 0, null, $"Beim Training trat ein Fehler auf ({e.GetType().Name}). Die Stelle steht im Log des Dienstes.");
        }
    }

    private static async Task<TrainingResult> RunAsync(TrainingJob job)
    {
        var heldOut = Read(job.MeasuringFile);
        var unseen = heldOut.Select(r => r.Inquiry.Whole).ToHashSet();
        var shipped = Read(job.TrainingFile).Where(r => !unseen.Contains(r.Inquiry.Whole)).ToList();
        var owners = shipped.Where(r => r.Topic is not null).DistinctBy(r => r.Topic).ToDictionary(r => r.Topic!, r => r.Department);
        // A topic that moved to another office since the file was made would stand under two, which cannot be learned.
        var decided = job.Decided.Where(r => !unseen.Contains(r.Inquiry.Whole) && (r.Topic is null || owners.GetValueOrDefault(r.Topic, r.Department) == r.Department));
        using var embedder = Embedder(job.EmbeddingFolder);
        var before = InquiryClassifier.ReadManifest(job.ServingFolder);
        if (embedder is null && before.Embedding is not null)
        {
            return new TrainingResult(null, null, 0, null, "Das Sprachmodell für Vorschläge fehlt oder ist beschädigt. Ein Modell ohne es wäre schlechter.");
        }

        var serving = InquiryClassifier.Load(job.ServingFolder, embedder);
        var options = new TrainingOptions { Hints = TownHints.Read(), Parallel = Math.Max(1, Environment.ProcessorCount / 2) };
        var trained = await ClassifierTrainer.TrainAsync([.. shipped, .. decided], options, embedder, CancellationToken.None);
        var manifest = trained.Save(job.Candidate);
        var candidate = InquiryClassifier.Load(job.Candidate, embedder);
        Inquiry[] rows = [.. heldOut.Select(r => r.Inquiry)];
        var comparison = ModelComparison.Of(
            heldOut, await serving.ClassifyAsync(rows, CancellationToken.None), await candidate.ClassifyAsync(rows, CancellationToken.None));
        return new TrainingResult(manifest.Version, before.Version, shipped.Count, comparison, null);
    }

    private static List<TrainingExample> Read(string file) =>
        [.. File.ReadLines(file).Where(l => !string.IsNullOrWhiteSpace(l)).Select((line, i) => new InquiryRow(JsonSerializer.Deserialize<JsonElement>(line), i + 1).Complete())];

    private static OnnxEmbedder? Embedder(string folder)
    {
        try
        {
            return OnnxEmbedder.Load(folder);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            return null;
        }
    }
}
