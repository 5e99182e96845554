using Triage.Models.Inquiries;

namespace Triage.Service.Retrieving;

/// <summary>Which articles a list shows.</summary>
public enum KnowledgeList
{
    All,
    Stale,
    Conflicts,
    Waiting,
    Ended,
}

public static class KnowledgeListNames
{
    /// <summary>As it stands in addresses.</summary>
    public static string Key(this KnowledgeList list) => list switch
    {
        KnowledgeList.Stale => "veraltet",
        KnowledgeList.Conflicts => "widersprueche",
        KnowledgeList.Waiting => "entwuerfe",
        KnowledgeList.Ended => "beendet",
        _ => "alle",
    };

    /// <summary>As people read it.</summary>
    public static string Name(this KnowledgeList list) => list switch
    {
        KnowledgeList.Stale => "Prüfung überfällig",
        KnowledgeList.Conflicts => "Widersprüche",
        KnowledgeList.Waiting => "Entwürfe",
        KnowledgeList.Ended => "Nicht in Kraft",
        _ => "Alle Artikel",
    };

    /// <summary>The list with this key; all articles when there is none.</summary>
    public static KnowledgeList Of(string? key) => Enum.GetValues<KnowledgeList>().FirstOrDefault(l => l.Key() == key);
}

/// <summary>What a list is narrowed to; null: everything.</summary>
public sealed record KnowledgeFilter(KnowledgeList List, string? Department, string? Topic);

public sealed record ArticleRow(
    string Slug, string Title, string Department, string DepartmentId, string? Topic, string? TopicId, string ReviewedAt,
    bool Stale, bool Conflict, bool InForce, bool Waits, string State);

/// <summary>An import whose preview nobody has acted on.</summary>
public sealed record OpenImport(long Id, string From, int Files);

/// <summary>Questions of one topic that found no source.</summary>
public sealed record GapRow(string Department, string Topic, string? DepartmentId, string? TopicId, int Count, string Last);

public sealed record KnowledgeListView(
    KnowledgeFilter Filter,
    IReadOnlyList<ArticleRow> Rows,
    IReadOnlyDictionary<KnowledgeList, int> Counts,
    IReadOnlyList<Department> Departments,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<OpenImport> Imports,
    bool CanEdit)
{
    public bool IsFiltered => Filter.Department is not null || Filter.Topic is not null;
}
