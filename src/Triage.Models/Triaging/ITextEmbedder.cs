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

    /// <summary>One vector a text, in order.</summary>
    Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation);
}
