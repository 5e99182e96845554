using Microsoft.EntityFrameworkCore;
using Triage.Models.Drafting;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Sending;
using Triage.Service.Storage;

namespace Triage.Service.Drafting.Standards;

/// <summary>Reads the town's standard answers: text blocks named after their topic, so that a topic has one at most.</summary>
internal sealed class StandardAnswers(TriageDbContext db, TownFacts facts, Municipality town)
{
    /// <summary>The key of a topic's text block.</summary>
    public static string KeyOf(string topic) => $"standard-{topic}";

    /// <summary>The newest released wording for the topic, filled in; null when there is none, or a fact that it names is gone.</summary>
    public async Task<StandardAnswer?> InForceAsync(string topicId, CancellationToken cancellation)
    {
        if (town.Topic(topicId) is not { } topic
            || (await VersionsAsync(topicId, cancellation)).FirstOrDefault(v => v.Released == 1) is not { } released)
        {
            return null;
        }

        var (text, unknown) = Placeholders.Fill(released.Texts[NoticeText.German], facts);
        return unknown.Count > 0 ? null : new StandardAnswer(topic.Id, topic.Department, topic.Name, released.Version, text);
    }

    /// <summary>Every topic by office, with the number of its newest wording and of that in force.</summary>
    public async Task<IReadOnlyList<StandardAnswerRow>> ListAsync(CancellationToken cancellation)
    {
        var written = await db.TextBlocks.Where(b => b.Purpose == TextBlockPurpose.Standard)
            .Join(db.TextBlockVersions, b => b.Id, v => v.TextBlockId, (b, v) => new { b.Key, v.Version, v.Released }).ToListAsync(cancellation);
        var byKey = written.ToLookup(v => v.Key);
        return [.. town.Topics.Select(t => (Topic: t, Versions: byKey[KeyOf(t.Id)])).Select(t => new StandardAnswerRow(
            t.Topic.Id, t.Topic.Name, OfficeOf(t.Topic), t.Versions.Max(v => (int?)v.Version), t.Versions.Where(v => v.Released == 1).Max(v => (int?)v.Version)))];
    }

    /// <summary>The topic's newest wording, empty when it has none; null when there is no such topic.</summary>
    public async Task<StandardAnswerView?> FindAsync(string topicId, CancellationToken cancellation)
    {
        if (town.Topic(topicId) is not { } topic)
        {
            return null;
        }

        var versions = await VersionsAsync(topicId, cancellation);
        var newest = versions.Count == 0 ? null : versions[0];
        var text = newest?.Texts[NoticeText.German] ?? "";
        return new StandardAnswerView(topic.Id, topic.Name, OfficeOf(topic), newest?.Version, versions.FirstOrDefault(v => v.Released == 1)?.Version, text)
        {
            Filled = Placeholders.Fill(text, facts).Text,
        };
    }

    private string OfficeOf(Topic topic) => town.Department(topic.Department)?.Name ?? topic.Department;

    // Newest first.
    private Task<List<TextBlockVersion>> VersionsAsync(string topic, CancellationToken cancellation)
    {
        var key = KeyOf(topic);
        return db.TextBlocks.Where(b => b.Key == key && b.Purpose == TextBlockPurpose.Standard)
            .Join(db.TextBlockVersions, b => b.Id, v => v.TextBlockId, (b, v) => v)
            .OrderByDescending(v => v.Version).AsNoTracking().ToListAsync(cancellation);
    }
}
