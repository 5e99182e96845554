using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Triage.Models.Inquiries;

/// <summary>How to reach an office or one of its places; null where there is no such thing.</summary>
public sealed record ContactFacts(
    string Id,
    string Name,
    string Address,
    string? Room = null,
    string? Phone = null,
    string? Email = null,
    string? Url = null,
    string? Hours = null)
{
    /// <summary>Places that belong to an office (a library, a pool); looked up as <c>office/place</c>.</summary>
    public IReadOnlyList<ContactFacts> Places { get; init; } = [];
}

/// <summary>A fee. <see cref="Amount"/> is what a citizen reads, unit included; <see cref="AsOf"/> is when it was looked up.</summary>
public sealed record Fee(
    string Id,
    string Name,
    string Amount,
    string? Basis = null,
    string? Source = null,
    [property: JsonPropertyName("as_of")] DateOnly? AsOf = null,
    bool Local = true);

/// <summary>A town's contacts and fees: each stands once, and articles, drafts and pages refer to it.</summary>
public sealed class TownFacts
{
    private readonly FrozenDictionary<string, ContactFacts> contacts;
    private readonly FrozenDictionary<string, Fee> fees;

    /// <exception cref="InvalidDataException">Two offices, places or fees have the same id.</exception>
    public TownFacts(IReadOnlyList<ContactFacts> offices, IReadOnlyList<Fee> fees)
    {
        Offices = offices;
        Fees = fees;
        contacts = Unique(
            offices.SelectMany(o => o.Places.Select(p => (Id: $"{o.Id}/{p.Id}", Fact: p)).Prepend((o.Id, o))), "offices/");
        this.fees = Unique(fees.Select(f => (f.Id, f)), "fees/");
    }

    /// <summary>All offices, ordered by id.</summary>
    public IReadOnlyList<ContactFacts> Offices { get; }

    public IReadOnlyList<Fee> Fees { get; }

    /// <summary>The office (<c>kulturamt</c>) or place (<c>kulturamt/buecherei</c>), or null.</summary>
    public ContactFacts? Contact(string? id) => id is null ? null : contacts.GetValueOrDefault(id);

    /// <summary>The fee with this id, or null.</summary>
    public Fee? Fee(string? id) => id is null ? null : fees.GetValueOrDefault(id);

    /// <summary>
    /// What a placeholder <c>{{kind:id}}</c> stands for, or null when there is no such fact. Kinds: fee (its amount),
    /// address, room, phone, email, url, hours and name of an office or place.
    /// </summary>
    public string? Value(string kind, string id) => kind switch
    {
        "fee" => Fee(id)?.Amount,
        "address" => Contact(id)?.Address,
        "room" => Contact(id)?.Room,
        "phone" => Contact(id)?.Phone,
        "email" => Contact(id)?.Email,
        "url" => Contact(id)?.Url,
        "hours" => Contact(id)?.Hours,
        "name" => Contact(id)?.Name,
        _ => null,
    };

    /// <summary>Reads <c>offices/*.json</c> (one office a file) and <c>fees/*.json</c> (a list a file) below the folder <c>municipality</c>.</summary>
    /// <exception cref="InvalidDataException">A file is not of this shape, or an id stands twice; the message names it.</exception>
    public static TownFacts Load(string municipalityFolder) => new(
        [.. Files(municipalityFolder, "offices").Select(Read<ContactFacts>).OrderBy(o => o.Id, StringComparer.Ordinal)],
        [.. Files(municipalityFolder, "fees").SelectMany(Read<List<Fee>>)]);

    private static IEnumerable<string> Files(string folder, string part)
    {
        var files = Path.Combine(folder, part);
        return Directory.Exists(files) ? Directory.EnumerateFiles(files, "*.json").Order(StringComparer.Ordinal) : [];
    }

    private static T Read<T>(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidDataException($"{file} holds null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} is not valid: {e.Message}", e);
        }
    }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private static FrozenDictionary<string, T> Unique<T>(IEnumerable<(string Id, T Fact)> facts, string where)
    {
        var unique = new Dictionary<string, T>();
        foreach (var (id, fact) in facts)
        {
            if (!unique.TryAdd(id, fact))
            {
                throw new InvalidDataException($"'{id}' stands twice in {where}.");
            }
        }

        return unique.ToFrozenDictionary();
    }
}
