using System.Collections.Frozen;
using System.Text.Json;

namespace Triage.Models.Inquiries;

/// <summary>An office of the town, or an outside body (<see cref="External"/>) to which cases are handed over.</summary>
public sealed record Department(string Id, string Name, bool External = false);

/// <summary>A subject that one office answers for. <see cref="Scope"/> lists what belongs to it, in words.</summary>
public sealed record Topic(string Id, string Department, string Name, string Scope);

/// <summary>What a message wants. Where <see cref="InformalAnswer"/> is false (an objection), no draft is ever made.</summary>
public sealed record InquiryKind(string Id, string Name, bool InformalAnswer = true);

/// <summary>A town's offices, topics and kinds: data, never enums (a town is a database).</summary>
public sealed class Municipality
{
    private readonly FrozenDictionary<string, Department> departments;
    private readonly FrozenDictionary<string, Topic> topics;
    private readonly FrozenDictionary<string, InquiryKind> kinds;

    public Municipality(string name, IReadOnlyList<Department> departments, IReadOnlyList<Topic> topics, IReadOnlyList<InquiryKind> kinds)
    {
        Name = name;
        Departments = departments;
        Topics = topics;
        Kinds = kinds;
        this.departments = departments.ToFrozenDictionary(d => d.Id);
        this.topics = topics.ToFrozenDictionary(t => t.Id);
        this.kinds = kinds.ToFrozenDictionary(k => k.Id);
        foreach (var topic in topics)
        {
            if (!this.departments.ContainsKey(topic.Department))
            {
                throw new InvalidDataException($"Topic '{topic.Id}' names the office '{topic.Department}', which is not among the departments.");
            }
        }
    }

    public string Name { get; }

    public IReadOnlyList<Department> Departments { get; }

    public IReadOnlyList<Topic> Topics { get; }

    public IReadOnlyList<InquiryKind> Kinds { get; }

    /// <summary>The office with this id, or null.</summary>
    public Department? Department(string? id) => id is null ? null : departments.GetValueOrDefault(id);

    /// <summary>The topic with this id, or null.</summary>
    public Topic? Topic(string? id) => id is null ? null : topics.GetValueOrDefault(id);

    /// <summary>The kind with this id, or null.</summary>
    public InquiryKind? Kind(string? id) => id is null ? null : kinds.GetValueOrDefault(id);

    /// <summary>Whether a message of this kind may get an informal draft; one whose kind nobody knows may.</summary>
    public bool BearsDraft(string? kind) => Kind(kind)?.InformalAnswer != false;

    /// <summary>Reads municipality.json.</summary>
    /// <exception cref="InvalidDataException">The file is no such JSON, or a topic names an unknown office.</exception>
    public static Municipality Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var read = JsonSerializer.Deserialize<FileShape>(stream, JsonSerializerOptions.Web);
            return read is { Name: not null, Departments: not null, Topics: not null, Kinds: not null }
                ? new Municipality(read.Name, read.Departments, read.Topics, read.Kinds)
                : throw new InvalidDataException($"{file} lacks name, departments, topics or kinds.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} is not valid JSON: {e.Message}", e);
        }
    }

    private sealed record FileShape(string? Name, List<Department>? Departments, List<Topic>? Topics, List<InquiryKind>? Kinds);
}
