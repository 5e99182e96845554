using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>
/// Brings what Qdrant holds under the alias to one build's passages. Small changes are made in place, where only what
/// changed is sent; otherwise a new collection is filled beside the old one, and the alias is switched when it is complete.
/// Several instances may do the same at once: names and ids follow from the content.
/// </summary>
internal sealed class QdrantStore(QdrantClient client, IOptions<QdrantOptions> options)
{
    // 100 points with 384 numbers each are 0.6 MB of JSON; Qdrant takes 32 MB.
    private const int PointsInRequest = 100;
    private const int IdsInRequest = 1000;
    private readonly string alias = options.Value.Collection;

    /// <summary>Points under the alias.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation) =>
        (await client.ReadAsync<CountResult>(HttpMethod.Post, $"collections/{alias}/points/count", new CountRequest(), cancellation)).Count;

    /// <summary>Makes exactly these points searchable.</summary>
    /// <param name="points">All passages.</param>
    /// <param name="progress">Told how many of them are there.</param>
    /// <param name="cancellation">Stops it; the next call goes on where it stopped.</param>
    public async Task FillAsync(QdrantPoints points, Action<int> progress, CancellationToken cancellation)
    {
        var old = await CurrentAsync(cancellation);
        if (old is not null && old.StartsWith($"{alias}-{points.Kind}-", StringComparison.Ordinal))
        {
            var held = await IdsAsync(old, cancellation);
            if (points.Ids.Count(held.Contains) * 2 >= points.Ids.Count)
            {
                await UpdateAsync(old, points, held, progress, cancellation);
                return;
            }
        }

        var name = $"{alias}-{points.Kind}-{points.Content}";
        await CreateAsync(name, points, cancellation);
        await UpdateAsync(name, points, await IdsAsync(name, cancellation), progress, cancellation);
        await SwitchAsync(old, name, cancellation);
    }

    private async Task<string?> CurrentAsync(CancellationToken cancellation) =>
        (await client.ReadAsync<AliasList>(HttpMethod.Get, "aliases", null, cancellation)).Aliases
            .FirstOrDefault(a => a?.AliasName == alias)?.CollectionName;

    private async Task<IReadOnlyList<string>> CollectionsAsync(CancellationToken cancellation) =>
        [.. (await client.ReadAsync<CollectionList>(HttpMethod.Get, "collections", null, cancellation)).Collections.OfType<CollectionDescription>().Select(c => c.Name)];

    private async Task CreateAsync(string name, QdrantPoints points, CancellationToken cancellation)
    {
        if (!(await CollectionsAsync(cancellation)).Contains(name))
        {
            await client.WriteAsync(HttpMethod.Put, $"collections/{name}", points.Collection(), cancellation);
        }
    }

    private async Task<HashSet<Guid>> IdsAsync(string collection, CancellationToken cancellation)
    {
        var ids = new HashSet<Guid>();
        Guid? next = null;
        do
        {
            var page = await client.ReadAsync<ScrollResult>(
                HttpMethod.Post, $"collections/{collection}/points/scroll", new ScrollRequest(next, IdsInRequest), cancellation);
            ids.UnionWith(page.Points.OfType<PointId>().Select(p => p.Id));
            next = page.NextPageOffset;
        }
        while (next is not null);
        return ids;
    }

    // An index that is there already stays as it is; asked for each time, none is missing for ever where a creation was broken off.
    private async Task IndexAsync(string collection, CancellationToken cancellation)
    {
        foreach (var (field, type) in new[] { ("released", "bool"), ("department", "keyword"), ("topic", "keyword") })
        {
            await client.WriteAsync(HttpMethod.Put, $"collections/{collection}/index?wait=true", new CreateFieldIndex(field, type), cancellation);
        }
    }

    // New points first: a search in between finds a changed passage rather twice than not at all.
    private async Task UpdateAsync(string collection, QdrantPoints points, HashSet<Guid> held, Action<int> progress, CancellationToken cancellation)
    {
        await IndexAsync(collection, cancellation);
        Guid[] missing = [.. points.Ids.Where(id => !held.Contains(id))];
        var done = points.Ids.Count - missing.Length;
        progress(done);
        foreach (var step in missing.Chunk(PointsInRequest))
        {
            var list = new PointsList([.. step.Select(points.Point)]);
            await client.WriteAsync(HttpMethod.Put, $"collections/{collection}/points?wait=true", list, cancellation);
            progress(done += step.Length);
        }

        foreach (var step in held.Except(points.Ids).Chunk(IdsInRequest))
        {
            await client.WriteAsync(HttpMethod.Post, $"collections/{collection}/points/delete?wait=true", new PointIdsList(step), cancellation);
        }
    }

    private async Task SwitchAsync(string? old, string name, CancellationToken cancellation)
    {
        if (old != name)
        {
            AliasOperation[] actions =
                [.. old is null ? Array.Empty<AliasOperation>() : [new(DeleteAlias: new(alias))], new(CreateAlias: new(alias, name))];
            await client.WriteAsync(HttpMethod.Post, "collections/aliases", new ChangeAliases(actions), cancellation);
        }

        // The old one, and what builds that were broken off left behind.
        var ours = new Regex($"^{Regex.Escape(alias)}-[0-9a-f]{{8}}-[0-9a-f]{{8}}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        foreach (var left in (await CollectionsAsync(cancellation)).Where(c => c != name && ours.IsMatch(c)))
        {
            await client.WriteAsync(HttpMethod.Delete, $"collections/{left}", null, cancellation);
        }
    }
}
