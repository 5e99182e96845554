using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class ModelFolderTests : IClassFixture<SmallTown>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly SmallTown town;

    public ModelFolderTests(SmallTown town)
    {
        this.town = town;
        town.Trained.Save(folder.FullName);
    }

    [Fact]
    public async Task A_saved_router_says_what_it_said_before()
    {
        var before = town.Trained.Classifier(town.Embedder);
        var after = InquiryClassifier.Load(folder.FullName, town.Embedder);
        foreach (var example in SmallTown.Examples)
        {
            var (a, b) = (await before.ClassifyAsync(example.Inquiry, default), await after.ClassifyAsync(example.Inquiry, default));
            Assert.Equal(a.Departments, b.Departments);
            Assert.Equal((a.Kind, a.Urgent, a.Abstained), (b.Kind, b.Urgent, b.Abstained));
        }
    }

    [Fact]
    public void Fault_29_a_flipped_bit_in_any_file_is_refused()
    {
        foreach (var file in folder.GetFiles("*.bin").Append(new FileInfo(Path.Combine(folder.FullName, "settings.json"))))
        {
            var bytes = File.ReadAllBytes(file.FullName);
            foreach (var offset in Enumerable.Range(0, 20).Select(i => i * (bytes.Length - 1) / 19))
            {
                bytes[offset] ^= 4;
                File.WriteAllBytes(file.FullName, bytes);
                var refused = Assert.Throws<ModelException>(() => InquiryClassifier.Load(folder.FullName));
                Assert.Contains(file.Name, refused.Message, StringComparison.Ordinal);
                bytes[offset] ^= 4;
            }

            File.WriteAllBytes(file.FullName, bytes);
        }

        InquiryClassifier.Load(folder.FullName);
    }

    [Fact]
    public void Fault_29_a_damaged_manifest_never_lets_another_file_in()
    {
        var manifest = Path.Combine(folder.FullName, "manifest.json");
        var text = File.ReadAllText(manifest);
        foreach (var damaged in new[] { "", "{}", text[..(text.Length / 2)], text.Replace("ngrams.bin", "../ngrams.bin", StringComparison.Ordinal), text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal) })
        {
            File.WriteAllText(manifest, damaged);
            Assert.Throws<ModelException>(() => InquiryClassifier.Load(folder.FullName));
        }
    }

    [Fact]
    public void Fault_30_a_missing_router_or_file_is_named()
    {
        File.Delete(Path.Combine(folder.FullName, "ngrams.bin"));
        Assert.Contains("ngrams.bin", Assert.Throws<ModelException>(() => InquiryClassifier.Load(folder.FullName)).Message, StringComparison.Ordinal);
        var nowhere = Path.Combine(folder.FullName, "nowhere");
        Assert.Equal(nowhere, Assert.Throws<ModelException>(() => InquiryClassifier.Load(nowhere)).Folder);
    }

    [Fact]
    public void The_manifest_names_data_seed_packages_figures_and_files()
    {
        var manifest = ModelFolder.Read(folder.FullName).Manifest;
        Assert.Equal(SmallTown.Examples.Count, manifest.Rows);
        Assert.Equal(64, manifest.DataSha256.Length);
        Assert.Equal("toy", manifest.Embedding);
        Assert.StartsWith("5.", manifest.Packages["Microsoft.ML"], StringComparison.Ordinal);
        Assert.Equal(4, manifest.Files.Count);
        Assert.InRange(manifest.Figures["ngrams+embedding"].DepartmentAccuracy, 0.5, 1);
        Assert.Contains(manifest.Version, File.ReadAllText(Path.Combine(folder.FullName, "modelcard.md")), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
