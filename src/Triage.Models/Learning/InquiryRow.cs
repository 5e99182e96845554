using System.Text.Json;
using Triage.Models.Inquiries;
using Triage.Models.Intake;

namespace Triage.Models.Learning;

/// <summary>One row of a labelled or unlabelled set; fields that a command does not ask for are ignored.</summary>
public sealed class InquiryRow(JsonElement json, int number)
{
    /// <summary>The reply part alone: quoted history and signature are not seen, as in the service.</summary>
    public Inquiry Inquiry { get; } = Read(json, number);

    /// <summary>The row's id, or its number where it has none.</summary>
    public string Id => Inquiry.Id;

    /// <summary>A field's text or number; null when it is absent or something else.</summary>
    public string? Field(string name) => json.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    /// <summary>The row with one label, as if it were the office.</summary>
    /// <exception cref="InvalidDataException">It lacks the field.</exception>
    public TrainingExample Labelled(string field) => new(Inquiry, Field(field) ?? throw Lacks(field));

    /// <summary>The row with every label that a router learns.</summary>
    /// <exception cref="InvalidDataException">It lacks the office.</exception>
    public TrainingExample Complete() => new(
        Inquiry,
        Field("department") ?? throw Lacks("department"),
        Field("topic"),
        Field("kind"),
        json.TryGetProperty("urgent", out var urgent) ? urgent.ValueKind == JsonValueKind.True : null,
        json.TryGetProperty("also", out var also) && also.ValueKind == JsonValueKind.Array ? [.. also.EnumerateArray().Select(a => a.GetString()!)] : null);

    private InvalidDataException Lacks(string field) => new($"Row {number} ('{Id}') has no field '{field}'.");

    private static Inquiry Read(JsonElement json, int number)
    {
        string Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var id = json.TryGetProperty("id", out var given) ? given.ToString() : $"{number}";
        var reply = ReplyTrimmer.Trim(Text("text"), Text("subject")).Reply;
        return new Inquiry(id, Text("subject"), string.IsNullOrWhiteSpace(reply) ? Text("text") : reply);
    }
}
