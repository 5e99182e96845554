using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Triage.Models.Retrieving;

namespace Triage.Service.Retrieving;

/// <summary>Compares articles line by line, their front matter included.</summary>
internal static class ArticleDiff
{
    /// <param name="before">Null: there was none.</param>
    /// <param name="after">The newer one.</param>
    public static IReadOnlyList<DiffLine> Of(KnowledgeArticle? before, KnowledgeArticle after) =>
        [.. InlineDiffBuilder.Diff(before is null ? "" : ArticleFile.Write(before), ArticleFile.Write(after)).Lines
            .Select(l => new DiffLine(l.Text ?? "", l.Type switch
            {
                ChangeType.Inserted => LineChange.Added,
                ChangeType.Deleted => LineChange.Removed,
                _ => LineChange.None,
            }))];
}
