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

    /// <exception cref="UnusableReplyException">It is empty or not of this shape.</exception>
    public static ModelReply Parse(string json) =>
        ModelJson.Read<ModelReply>(json) is var reply && (reply.Paragraphs.Count > 0 || reply.OpenQuestions.Count > 0)
            ? reply
            : throw new UnusableReplyException("The answer is empty.");
}
