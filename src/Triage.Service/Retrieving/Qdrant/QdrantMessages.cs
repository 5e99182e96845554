namespace Triage.Service.Retrieving.Qdrant;

// The shapes of Qdrant's REST interface, named after its OpenAPI description; members become snake_case. What is
// not optional must be in an answer; only that an entry of a list is null is not found by the reader.

internal sealed record Answer<T>(T? Result = default);

internal sealed record ErrorAnswer(ErrorStatus? Status = null);

internal sealed record ErrorStatus(string? Error = null);

internal sealed record VectorParams(int Size, string Distance);

internal sealed record SparseVectorParams;

internal sealed record CreateCollection(IReadOnlyDictionary<string, VectorParams> Vectors, IReadOnlyDictionary<string, SparseVectorParams> SparseVectors);

internal sealed record CreateFieldIndex(string FieldName, string FieldSchema);

internal sealed record AliasDescription(string AliasName, string CollectionName);

internal sealed record AliasList(IReadOnlyList<AliasDescription?> Aliases);

internal sealed record CollectionDescription(string Name);

internal sealed record CollectionList(IReadOnlyList<CollectionDescription?> Collections);

internal sealed record DeleteAlias(string AliasName);

internal sealed record AliasOperation(AliasDescription? CreateAlias = null, DeleteAlias? DeleteAlias = null);

internal sealed record ChangeAliases(IReadOnlyList<AliasOperation> Actions);

/// <summary>What is kept of a passage beside its vectors: enough to filter by and to recognise it. Its text stays in the database.</summary>
internal sealed record PointPayload(string Article, string Passage, string Department, string? Topic, bool Released);

internal sealed record PointStruct(Guid Id, IReadOnlyDictionary<string, object> Vector, PointPayload Payload);

internal sealed record PointsList(IReadOnlyList<PointStruct> Points);

internal sealed record PointIdsList(IReadOnlyList<Guid> Points);

internal sealed record ScrollRequest(Guid? Offset, int Limit, bool WithPayload = false);

internal sealed record PointId(Guid Id);

internal sealed record ScrollResult(IReadOnlyList<PointId?> Points, Guid? NextPageOffset = null);

internal sealed record CountRequest(bool Exact = true);

internal sealed record CountResult(int Count);

internal sealed record MatchValue(object Value);

internal sealed record FieldCondition(string Key, MatchValue Match);

internal sealed record Filter(IReadOnlyList<FieldCondition> Must, IReadOnlyList<FieldCondition>? Should = null);

internal sealed record Prefetch(object Query, string Using, Filter Filter, int Limit);

internal sealed record FusionQuery(string Fusion);

internal sealed record QueryRequest(IReadOnlyList<Prefetch> Prefetch, FusionQuery Query, int Limit, bool WithPayload = false);

internal sealed record QueryResponse(IReadOnlyList<PointId?> Points);
