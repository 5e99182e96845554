namespace Triage.Models.Triaging;

/// <summary>What a text is to a search: the model has a prefix for each.</summary>
public enum EmbeddingRole
{
    /// <summary>A question or a message ("query: ").</summary>
    Query,

    /// <summary>A text to be found ("passage: ").</summary>
    Passage,
}

/// <summary>Turns texts into vectors of length 1: in process by ONNX, or by an endpoint.</summary>
public interface ITextEmbedder
{
    /// <summary>Numbers in a vector.</summary>
    int Dimensions { get; }

    /// <summary>Name and content hash of the model; part of every cache key.</summary>
    string ModelId { get; }

    /// <summary>Tokens of a passage, prefix and marks included; where a model does not tell, an estimate on the safe side for German.</summary>
    int CountTokens(string passage) => ((passage.Length + 2) / 3) + 8;

    /// <summary>One vector a text, in order.</summary>
    Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation);
}
