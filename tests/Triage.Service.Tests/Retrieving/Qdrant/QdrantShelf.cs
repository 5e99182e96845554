using System.Text.Json.Nodes;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>A point as it was sent.</summary>
internal sealed record HeldPoint(string Id, JsonObject Vector, JsonObject Payload);

/// <summary>The collections and aliases of a Qdrant in memory, and what it answers from them.</summary>
internal sealed class QdrantShelf
{
    public Dictionary<string, Dictionary<string, HeldPoint>> Collections { get; } = [];

    public Dictionary<string, JsonObject> Configurations { get; } = [];

    public Dictionary<string, string> Aliases { get; } = [];

    public Dictionary<string, HeldPoint> Points(string name) =>
        Collections.GetValueOrDefault(Aliases.GetValueOrDefault(name, name)) ?? throw new KeyNotFoundException($"Not found: Collection `{name}` doesn't exist!");

    public JsonNode Create(string name, JsonObject configuration)
    {
        Collections.Add(name, []);
        Configurations.Add(name, configuration);
        return true;
    }

    public JsonNode Delete(string name)
    {
        Configurations.Remove(name);
        return Collections.Remove(name);
    }

    public JsonNode Upsert(string name, JsonObject list)
    {
        var points = Points(name);
        foreach (var point in list["points"]!.AsArray().Select(p => p!.AsObject()))
        {
            var id = point["id"]!.GetValue<string>();
            points[id] = new HeldPoint(id, point["vector"]!.AsObject(), point["payload"]!.AsObject());
        }

        return Completed();
    }

    public JsonNode Remove(string name, JsonObject list)
    {
        foreach (var id in list["points"]!.AsArray())
        {
            Points(name).Remove(id!.GetValue<string>());
        }

        return Completed();
    }

    public JsonNode Scroll(string name, JsonObject request)
    {
        var limit = request["limit"]!.GetValue<int>();
        var ids = Points(name).Keys.Order(StringComparer.Ordinal).SkipWhile(i => string.CompareOrdinal(i, request["offset"]?.GetValue<string>()) < 0).ToList();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. ids.Take(limit).Select(id => new JsonObject { ["id"] = id })]),
            ["next_page_offset"] = ids.Skip(limit).FirstOrDefault(),
        };
    }

    public JsonNode Switch(JsonObject change)
    {
        foreach (var action in change["actions"]!.AsArray())
        {
            if (action!["delete_alias"] is { } delete)
            {
                Aliases.Remove(delete["alias_name"]!.GetValue<string>());
            }

            if (action["create_alias"] is { } create)
            {
                Aliases[create["alias_name"]!.GetValue<string>()] = create["collection_name"]!.GetValue<string>();
            }
        }

        return true;
    }

    /// <summary>Reciprocal rank fusion of the prefetches, with Qdrant's constant of 2.</summary>
    public JsonNode Query(string name, JsonObject request)
    {
        var scores = new Dictionary<string, double>();
        foreach (var prefetch in request["prefetch"]!.AsArray())
        {
            foreach (var (id, rank) in Nearest(name, prefetch!.AsObject()).Select((id, rank) => (id, rank)))
            {
                scores[id] = scores.GetValueOrDefault(id) + (1.0 / (2 + rank));
            }
        }

        var points = scores.OrderByDescending(s => s.Value).Take(request["limit"]!.GetValue<int>())
            .Select(s => new JsonObject { ["id"] = s.Key, ["version"] = 0, ["score"] = s.Value });
        return new JsonObject { ["points"] = new JsonArray([.. points]) };
    }

    public static JsonObject Completed() => new() { ["operation_id"] = 0, ["status"] = "completed" };

    private IEnumerable<string> Nearest(string name, JsonObject prefetch)
    {
        var points = Points(name).Values;
        var vector = prefetch["using"]!.GetValue<string>();
        var configuration = Configurations[Aliases.GetValueOrDefault(name, name)];
        if (configuration["vectors"]![vector] is null && configuration["sparse_vectors"]![vector] is null)
        {
            throw new ArgumentException($"Wrong input: Not existing vector name error: {vector}");
        }

        return points.Where(p => Passes(p.Payload, prefetch["filter"]!.AsObject()))
            .Select(p => (p.Id, Score: Score(prefetch["query"]!, p.Vector[vector])))
            .Where(p => p.Score is not null)
            .OrderByDescending(p => p.Score)
            .Take(prefetch["limit"]!.GetValue<int>())
            .Select(p => p.Id);
    }

    private static bool Passes(JsonObject payload, JsonObject filter) =>
        filter["must"]!.AsArray().All(c => Holds(payload, c!)) && (filter["should"] is not JsonArray should || should.Any(c => Holds(payload, c!)));

    private static bool Holds(JsonObject payload, JsonNode condition) =>
        JsonNode.DeepEquals(payload[condition["key"]!.GetValue<string>()], condition["match"]!["value"]);

    // Sparse vectors that share no index are no result.
    private static double? Score(JsonNode query, JsonNode? vector)
    {
        if (query is JsonArray dense)
        {
            return dense.Zip(vector!.AsArray()).Sum(p => p.First!.GetValue<double>() * p.Second!.GetValue<double>());
        }

        var weights = Weights(vector!);
        var shared = Weights(query).Where(w => weights.ContainsKey(w.Key)).ToList();
        return shared.Count == 0 ? null : shared.Sum(w => w.Value * weights[w.Key]);
    }

    private static Dictionary<uint, double> Weights(JsonNode sparse) => sparse["indices"]!.AsArray().Select(i => i!.GetValue<uint>())
        .Zip(sparse["values"]!.AsArray().Select(v => v!.GetValue<double>())).ToDictionary(w => w.First, w => w.Second);
}
