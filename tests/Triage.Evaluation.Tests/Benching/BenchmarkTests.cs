using System.CommandLine;
using Triage.Evaluation.Benching;
using Triage.Evaluation.Commands;

namespace Triage.Evaluation.Tests.Benching;

public sealed class BenchmarkTests : IDisposable
{
    private readonly SmallTown town = new();

    [Fact]
    public async Task Every_step_is_measured_and_what_is_not_shipped_is_said()
    {
        var report = await Benchmark.RunAsync(town.Folder, town.Router, TimeSpan.FromSeconds(0.5), measureStart: false, CancellationToken.None);

        Assert.Equal(
            [BenchPass.Parse, BenchPass.Pseudonymize, BenchPass.Search, BenchPass.Compose, BenchPass.Ground, BenchPass.Whole], report.Steps.Select(s => s.Step));
        Assert.All(report.Steps, s => Assert.True(s.Measured > 0 && s.MedianMs > 0 && s.P99Ms >= s.P90Ms && s.P90Ms >= s.MedianMs, s.ToString()));
        Assert.Equal(3, report.Inputs);
        Assert.Equal((2, 0.0), (report.Ready.Articles, report.Ready.BuildToForwardPasses));
        Assert.True(report.InquiriesPerSecond is { OneByOne: > 0, AtOnce: > 0, CpuMsPerInquiry: > 0 });
        Assert.True(report.Memory.WorkingSetMegabytes > report.Memory.ManagedMegabytes && report.Memory.AllocatedMegabytesPerInquiry > 0);
        Assert.Contains(report.Missing, m => m.Contains("data/models/router", StringComparison.Ordinal));
        Assert.Contains(report.Missing, m => m.Contains("data/models/embedding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_input_there_is_nothing_to_measure()
    {
        Directory.Delete(Path.Combine(town.Folder, "mailbox"), recursive: true);
        Directory.Delete(Path.Combine(town.Folder, "golden"), recursive: true);
        await Assert.ThrowsAsync<InvalidDataException>(() => BenchInputs.ReadAsync(town.Folder, CancellationToken.None));
    }

    [Fact]
    public async Task A_small_town_s_knowledge_is_multiplied_to_the_size_asked_for()
    {
        var report = await ScaleBenchmark.RunAsync(town.Folder, 40, CancellationToken.None);
        Assert.InRange(report.Passages, 40, 60);
        Assert.True(report.Questions > 0 && report.QuestionP95Ms >= report.QuestionMedianMs && report.QuestionMedianMs > 0, report.ToString());
        Assert.NotEmpty(new RootCommand { BenchCommand.Create() }.Parse(["bench", "--passages", "0"]).Errors);
    }

    [Fact]
    public void A_measurement_of_no_length_is_refused() =>
        Assert.NotEmpty(new RootCommand { BenchCommand.Create() }.Parse(["bench", "--seconds", "0"]).Errors);

    public void Dispose() => town.Dispose();
}
