using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Web;

namespace Triage.Service.Retrieving;

/// <summary>Everybody who is signed in may read the released knowledge and its history; drafts are for editors.</summary>
internal static class KnowledgeEndpoints
{
    public static void MapKnowledge(this WebApplication app)
    {
        var group = app.MapGroup("/wissen").RequireAuthorization();
        group.MapGet("", ListAsync);
        group.MapGet("/luecken", GapsAsync);
        group.MapGet("/{slug}", ShowAsync);
        group.MapGet("/{slug}/vergleich", CompareAsync);
    }

    /// <summary>Where a citation opens exactly its passage.</summary>
    public static string Address(Models.Retrieving.Passage passage) =>
        $"/wissen/{Uri.EscapeDataString(passage.ArticleId)}?{(passage.Version > 0 ? $"fassung={passage.Version}&" : "")}von={passage.Start}&bis={passage.Start + passage.Length}#{SourceMark.Anchor}";

    private static async Task<IResult> ListAsync(
        string? liste, string? amt, string? thema, Municipality town, KnowledgeLists lists, CurrentStaff current, CancellationToken cancellation)
    {
        var department = town.Department(amt)?.Id;
        var topic = town.Topic(thema) is { } t && (department is null || t.Department == department) ? t.Id : null;
        var who = await current.GetAsync(cancellation);
        var filter = new KnowledgeFilter(KnowledgeListNames.Of(liste), department, topic);
        return Page.Of<KnowledgeListPage>(new { View = await lists.ListAsync(filter, who.IsEditor, cancellation) });
    }

    private static async Task<IResult> GapsAsync(KnowledgeLists lists, CurrentStaff current, CancellationToken cancellation) =>
        Page.Of<KnowledgeGapsPage>(new { Rows = await lists.GapsAsync(cancellation), CanEdit = (await current.GetAsync(cancellation)).IsEditor });

    private static async Task<IResult> ShowAsync(
        string slug, int? fassung, int? von, int? bis, ArticleViews views, CurrentStaff current, CancellationToken cancellation)
    {
        (int, int)? passage = von is { } start && bis is { } end ? (start, end) : null;
        var view = await views.FindAsync(slug, fassung, passage, (await current.GetAsync(cancellation)).IsEditor, cancellation);
        return view is null ? TypedResults.NotFound() : Page.Of<ArticlePage>(new { View = view });
    }

    private static async Task<IResult> CompareAsync(
        string slug, int? alt, int? neu, ArticleViews views, CurrentStaff current, CancellationToken cancellation)
    {
        var canEdit = (await current.GetAsync(cancellation)).IsEditor;
        var versions = (await views.VersionsAsync(slug, cancellation)).Where(v => canEdit || v.State != ArticleState.Draft).ToList();
        var after = versions.Find(v => v.Version == (neu ?? v.Version));
        var before = versions.Find(v => v.Version == (alt ?? Math.Max(1, (after?.Version ?? 1) - 1)));
        return after is null || before is null
            ? TypedResults.NotFound()
            : Page.Of<ComparePage>(new
            {
                View = new CompareView(
                    slug, after.Title, before.Version, after.Version, [.. versions.Select(v => v.Version)],
                    ArticleDiff.Of(before.ToArticle(slug), after.ToArticle(slug))),
            });
    }
}
