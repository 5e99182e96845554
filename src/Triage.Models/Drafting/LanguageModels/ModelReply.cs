using System.Text.Json;
using System.Text.Json.Serialization;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>A paragraph and the marks of the sources it rests on.</summary>
internal sealed record ModelParagraph(string Text, IReadOnlyList<string> Passages);

/// <summary>The shape that a language model's answer must have: nothing more, nothing less.</summary>
internal sealed record ModelReply(IReadOnlyList<ModelParagraph> Paragraphs, IReadOnlyList<string> OpenQuestions)
{
    /// <summary>JSON schema of this shape, as it is sent along.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["paragraphs","openQuestions"],"properties":{
        "paragraphs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","passages"],
        "properties":{"text":{"type":"string"},"passages":{"type":"array","items":{"type":"string"}}}}},
        "openQuestions":{"type":"array","items":{"type":"string"}}}}
        """;

    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <exception cref="UnusableReplyException">It is not of this shape.</exception>
    public static ModelReply Parse(string json)
    {
        try
        {
            var reply = JsonSerializer.Deserialize<ModelReply>(json, Strict);
            return reply is { Paragraphs.Count: > 0 } || reply is { OpenQuestions.Count: > 0 }
                ? reply
                : throw new UnusableReplyException("The answer is empty.");
        }
        catch (JsonException e)
        {
            throw new UnusableReplyException($"The answer is not the JSON that was asked for ({e.Path ?? "at the start"}).", e);
        }
    }
}
