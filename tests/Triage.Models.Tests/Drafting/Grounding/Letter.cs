using System.Reflection;
using Triage.Models.Drafting.Grounding;
using Triage.Models.Inquiries;
using Triage.Models.Triaging;

namespace Triage.Models.Tests.Drafting.Grounding;

/// <summary>A letter that rests on its passages in other words, and sentences that somebody might invent on the matter.</summary>
internal sealed record Letter(string Id, IReadOnlyList<GroundingSource> Sources, string Text, IReadOnlyList<string> Invented)
{
    private static readonly Lazy<OnnxEmbedder> Embedder = new(() => OnnxEmbedder.Load(Path.Combine(DataFolder.Find(), "models", "embedding")));

    public static IReadOnlyList<Letter> All { get; } = [.. Read("letters.md").Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private readonly GroundingCheck check = new(Sources, Embedder.Value);

    public Task<IReadOnlyList<GroundedStatement>> CheckAsync(string draft) => check.CheckAsync(draft, TestContext.Current.CancellationToken);

    public IReadOnlyList<GroundedStatement> CheckWords(string draft) => check.Check(draft);

    private static Letter Parse(string block)
    {
        var parts = block.Split("\n--- ");
        var sources = new List<GroundingSource>();
        foreach (var part in parts.Where(p => p.StartsWith("passage ", StringComparison.Ordinal)))
        {
            var head = part[8..part.IndexOf('\n', StringComparison.Ordinal)].Split(" | ");
            sources.Add(new GroundingSource(head[0], head[1], Body(part)));
        }

        return new Letter(
            parts[0].Trim(),
            sources,
            Body(parts.Single(p => p.StartsWith("letter", StringComparison.Ordinal))),
            Body(parts.Single(p => p.StartsWith("invented", StringComparison.Ordinal))).Split('\n'));
    }

    private static string Body(string part) => part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim();

    public static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
