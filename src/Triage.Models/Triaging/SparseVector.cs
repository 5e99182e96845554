namespace Triage.Models.Triaging;

/// <summary>The features of one text that are not zero, by rising index.</summary>
internal sealed record SparseVector(int[] Indices, float[] Values);
