using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Cases;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Triaging;

public sealed class ModelFaultTests
{
    [Fact]
    public async Task Fault_30_without_a_model_cases_wait_for_people_and_the_status_page_says_so()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        await AssertWorksWithoutSuggestionsAsync(nowhere);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task Fault_29_a_model_with_a_flipped_bit_is_refused_and_cases_wait_for_people(double place)
    {
        var folder = Directory.CreateTempSubdirectory("triage-model-").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(DataFolder.Find(), "models", "router")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var model = new DirectoryInfo(folder).EnumerateFiles().MaxBy(f => f.Length)!.FullName;
        var bytes = await File.ReadAllBytesAsync(model);
        bytes[(int)(bytes.Length * place)] ^= 0x10;
        await File.WriteAllBytesAsync(model, bytes);

        await AssertWorksWithoutSuggestionsAsync(folder);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertWorksWithoutSuggestionsAsync(string modelFolder)
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Triaging:ModelFolder"] = modelFolder });
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);

        var id = await host.ReceiveAsync(Some.Mail());

        var subject = await host.InDatabaseAsync(db => db.Cases.SingleAsync(c => c.Id == id));
        Assert.Null(subject.Department);
        Assert.Equal(CaseStatus.Open, subject.Status);
        Assert.False(await host.InDatabaseAsync(db => db.Suggestions.AnyAsync()));
        var page = await supervisor.GetAsync("/systemstand");
        Assert.Contains("bitte prüfen", page.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
    }
}
