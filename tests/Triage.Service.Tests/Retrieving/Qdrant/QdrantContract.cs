using System.Text.Json.Nodes;
using NJsonSchema;

namespace Triage.Service.Tests.Retrieving.Qdrant;

/// <summary>
/// Qdrant's own description of its REST interface (openapi.json of qdrant/qdrant at 74f3e85), read from
/// <c>shared/qdrant</c> beside the project or above it; it is not part of the project. It is taken more strictly than it
/// is written: a member that it does not name is an error, so that a misspelt one is found.
/// </summary>
internal sealed class QdrantContract
{
    private static readonly Lazy<QdrantContract?> Loaded = new(Load);
    private readonly IReadOnlyList<(string Method, string[] Path, string Key)> operations;
    private readonly JsonSchema schemas;

    private QdrantContract(JsonObject description)
    {
        var definitions = new JsonObject();
        foreach (var (name, schema) in description["components"]!["schemas"]!.AsObject())
        {
            definitions[name] = Strict(schema);
        }

        operations = [.. Operations(description, definitions)];
        schemas = JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions }.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>Null: the description is not here.</summary>
    public static QdrantContract? Current => Loaded.Value;

    /// <summary>What is wrong with a request, or with the answer to it; empty when nothing is.</summary>
    /// <param name="method">GET, …</param>
    /// <param name="path">Without the query.</param>
    /// <param name="status">0 for the request, otherwise the answer's.</param>
    /// <param name="body">JSON, or empty.</param>
    public IReadOnlyList<string> Check(string method, string path, int status, string body)
    {
        var parts = path.Trim('/').Split('/');
        var found = operations.Where(o => o.Method == method && Fits(o.Path, parts)).OrderBy(o => o.Path.Count(p => p.StartsWith('{'))).FirstOrDefault().Key;
        if (found is null)
        {
            return [$"There is no {method} {path}."];
        }

        var key = $"{found} {(status is 0 or 200 ? status : 400)}";
        return !schemas.Definitions.TryGetValue(key, out var schema)
            ? body.Length == 0 ? [] : [$"{key} takes no body."]
            : [.. schema.Validate(body).Select(e => $"{method} {path} {status}: {e}")];
    }

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(p => p.First.StartsWith('{') || p.First == p.Second);

    private static IEnumerable<(string Method, string[] Path, string Key)> Operations(JsonObject description, JsonObject definitions)
    {
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var key = $"{method.ToUpperInvariant()} {path}";
                Add($"{key} 0", operation!["requestBody"]);
                Add($"{key} 200", operation["responses"]!["200"]);
                Add($"{key} 400", operation["responses"]!["4XX"]);
                yield return (method.ToUpperInvariant(), path.Trim('/').Split('/'), key);
            }
        }

        void Add(string key, JsonNode? holder)
        {
            if (holder?["content"]?["application/json"]?["schema"] is { } schema)
            {
                definitions[key] = Strict(schema);
            }
        }
    }

    // From OpenAPI 3.0 to JSON Schema: "nullable" becomes the type null, and objects are closed.
    private static JsonNode? Strict(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            return new JsonArray([.. array.Select(Strict)]);
        }

        if (node is not JsonObject schema)
        {
            return node?.DeepClone();
        }

        var strict = new JsonObject();
        foreach (var (name, value) in schema.Where(m => m.Key is not ("description" or "example" or "examples" or "default" or "nullable" or "deprecated")))
        {
            strict[name] = name == "properties"
                ? new JsonObject(value!.AsObject().Select(p => KeyValuePair.Create(p.Key, Strict(p.Value))))
                : name == "$ref" ? value!.GetValue<string>().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
                : Strict(value);
        }

        if (schema["properties"] is not null && schema["additionalProperties"] is null)
        {
            strict["additionalProperties"] = false;
        }

        if (schema["nullable"]?.GetValue<bool>() == true)
        {
            strict["type"] = schema["type"] is { } type ? new JsonArray(type.DeepClone(), "null") : "null";
        }

        return strict;
    }

    private static QdrantContract? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "qdrant", "openapi.json");
            if (File.Exists(file))
            {
                return new QdrantContract(JsonNode.Parse(File.ReadAllText(file))!.AsObject());
            }
        }

        return null;
    }
}
