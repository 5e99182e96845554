namespace Triage.Service.Retrieving.Qdrant;

/// <summary>Qdrant could not do what it was asked for; the message says which Qdrant, what it was asked, and what to look at.</summary>
internal sealed class QdrantException(string message, Exception? inner = null) : Exception(message, inner);
