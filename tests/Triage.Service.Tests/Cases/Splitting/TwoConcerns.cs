using Microsoft.EntityFrameworkCore;
using Triage.Models.Triaging;
using Triage.Service.Cases;
using Triage.Service.Cases.Splitting;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Cases.Splitting;

/// <summary>A mail about a dog's tax and a street lamp, and how a clerk splits it.</summary>
internal static class TwoConcerns
{
    public const string Dog = "wie melde ich meinen Hund bei der Hundesteuer ab?";
    public const string Lamp = "Außerdem ist die Straßenlaterne vor meinem Haus kaputt.";
    public const string Flickers = "Sie flackert seit Montag.";
    private const string Text = $"Guten Tag,\n\n{Dog}\n\n{Lamp} {Flickers}";

    /// <summary>
    /// The mail's case as the pipeline left it, at the tax office, with a suggestion that names the lamp as the further concern
    /// (whatever model is shipped).
    /// </summary>
    public static async Task<long> ReceiveTwoConcernsAsync(this ServiceHost host, string from = "Erika Beispiel <erika@example.org>", string headers = "")
    {
        var id = await host.ReceiveAsync(Some.Mail("Geheime Hundesache", Text, from, headers));
        await host.InDatabaseAsync(async db =>
        {
            (await db.Cases.SingleAsync(c => c.Id == id)).Reroute("steueramt", "hundesteuer");
            return await db.SaveChangesAsync() + await db.Suggestions.Where(s => s.CaseId == id).ExecuteDeleteAsync();
        });
        var start = $"Geheime Hundesache\n\n{Text}".IndexOf(Lamp, StringComparison.Ordinal);
        await host.SuggestAsync(id, "steueramt", "hundesteuer", change: s => s with { Also = ["beleuchtung"], Concerns = [new Concern("beleuchtung", start, Lamp.Length)] });
        return id;
    }

    public static Task<Answer> SplitPageAsync(this Visitor clerk, long id, string? topic = "beleuchtung") =>
        clerk.GetAsync($"/vorgang/{id}/abspalten{(topic is null ? "" : $"?thema={topic}")}");

    /// <summary>Splits the lamp off as it was suggested, with the sentence that says more about it.</summary>
    public static async Task<Answer> SplitLampAsync(this Visitor clerk, long id)
    {
        var page = await clerk.SplitPageAsync(id);
        return await clerk.SubmitAsync(page, $"/vorgang/{id}/abspalten", [new("Saetze", page.Box(Lamp)), new("Saetze", page.Box(Flickers))]);
    }

    /// <summary>Splits the lamp off and gives the new case's id, when the pipeline is done with it.</summary>
    public static async Task<long> PartAsync(this ServiceHost host, Visitor clerk, long id)
    {
        await clerk.SplitLampAsync(id);
        await host.PipelineIdleAsync();
        return (await host.SplitAsync(id)).PartId;
    }

    /// <summary>The value of the box at this sentence.</summary>
    public static string Box(this Answer page, string sentence) =>
        page.Document.QuerySelectorAll("#Saetze label").Single(l => l.TextContent.StartsWith(sentence, StringComparison.Ordinal)).GetAttribute("for")!["s-".Length..];

    public static Task<CaseSplit> SplitAsync(this ServiceHost host, long origin) => host.InDatabaseAsync(db => db.Splits.AsNoTracking().SingleAsync(s => s.OriginId == origin));

    public static Task<Case> FindAsync(this ServiceHost host, long id) => host.InDatabaseAsync(db => db.Cases.AsNoTracking().SingleAsync(c => c.Id == id));
}
