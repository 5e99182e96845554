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

    /// <summary>Texts leave this process: whoever hands over a citizen's text replaces what is personal in it before.</summary>
    bool LeavesProcess => false;

    /// <summary>Its cosines lie elsewhere than those of the shipped model, with which the search's limits were measured.</summary>
    bool NeedsScale => false;

    /// <summary>One vector a text, in order.</summary>
    /// <exception cref="EmbeddingException">The model cannot be reached or gave no usable vectors; never thrown in process.</exception>
    Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation);
}

/// <summary>An embedding model outside this process could not be used; the message says which, why, and what to look at.</summary>
public sealed class EmbeddingException(string message, Exception? inner = null) : Exception(message, inner);
