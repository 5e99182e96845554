using System.Text.Json;
using System.Text.Json.Serialization;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>Reads the JSON of a model's answer: exactly the shape that was asked for.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <exception cref="UnusableReplyException">It is empty or of another shape.</exception>
    public static T Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict) ?? throw new UnusableReplyException("The answer is empty.");
        }
        catch (JsonException e)
        {
            throw new UnusableReplyException($"The answer is not the JSON that was asked for ({e.Path ?? "at the start"}).", e);
        }
    }
}
