using Microsoft.AspNetCore.Mvc;
using Triage.Models.Inquiries;
using Triage.Models.Retrieving;
using Triage.Service.Accounts;
using Triage.Service.Sending;
using Triage.Service.Web;

namespace Triage.Service.Drafting.Standards;

/// <summary>Editors and supervisors write, release and withdraw the standard answer of a topic.</summary>
internal static class StandardAnswerEndpoints
{
    private const string List = "/wissen/standardantworten";

    public static void MapStandardAnswers(this WebApplication app)
    {
        var group = app.MapGroup(List).RequireAuthorization(Policies.Knowledge);
        group.MapGet("", async (StandardAnswers answers, CancellationToken cancellation) =>
            Page.Of<StandardAnswerListPage>(new { Rows = await answers.ListAsync(cancellation) }));
        group.MapGet("/{topic}", async (string topic, StandardAnswers answers, CancellationToken cancellation) =>
            await answers.FindAsync(topic, cancellation) is { } view ? Page.Of<StandardAnswerPage>(new { View = view }) : Results.NotFound());
        group.MapPost("/{topic}", SaveAsync);
        group.MapPost("/{topic}/freigeben", (string topic, [FromForm] ReleaseForm form, TextBlockDesk desk, CurrentStaff current, CancellationToken cancellation) =>
            ChangeAsync(topic, desk, async block => await desk.ReleaseAsync(block, form.Version, await current.GetAsync(cancellation), cancellation), cancellation));
        group.MapPost("/{topic}/zurueckziehen", (string topic, TextBlockDesk desk, CurrentStaff current, CancellationToken cancellation) =>
            ChangeAsync(
                topic,
                desk,
                async block =>
                {
                    await desk.WithdrawAsync(block, await current.GetAsync(cancellation), cancellation);
                    return true;
                },
                cancellation));
    }

    private static async Task<IResult> SaveAsync(
        string topic, [FromForm] TextBlockForm form, StandardAnswers answers, TownFacts facts, TextBlockDesk desk, CurrentStaff current, CancellationToken cancellation)
    {
        if (await answers.FindAsync(topic, cancellation) is not { } view)
        {
            return Results.NotFound();
        }

        var text = form.Text?.ReplaceLineEndings("\n").Trim() ?? "";
        if (Problem(text, facts) is { } problem)
        {
            var typed = view with { Text = text, Error = new FormError("text", problem) };
            return Page.Of<StandardAnswerPage>(new { View = typed }, StatusCodes.Status422UnprocessableEntity);
        }

        var block = new TextBlock { Key = StandardAnswers.KeyOf(topic), Title = view.Name, Purpose = TextBlockPurpose.Standard };
        await desk.WriteAsync(block, "", new Dictionary<string, string> { [NoticeText.German] = text }, await current.GetAsync(cancellation), cancellation);
        return Page.SeeOther($"{List}/{topic}");
    }

    // A draft would show a placeholder without a value to the clerk as if it were text.
    private static string? Problem(string text, TownFacts facts)
    {
        if (text.Length is 0 or > TextBlockDesk.MaxLength)
        {
            return $"Der Text braucht zwischen 1 und {TextBlockDesk.MaxLength} Zeichen.";
        }

        var (filled, unknown) = Placeholders.Fill(text, facts);
        return unknown.Count > 0 ? $"Diese Platzhalter haben keinen Wert: {string.Join(", ", unknown)}. Bitte prüfen Sie die Schreibweise."
            : filled.AsSpan().ContainsAny('{', '}') ? "Bitte verwenden Sie nur Platzhalter mit zwei Klammern, zum Beispiel {{fee:personalausweis-ab-24}}."
            : null;
    }

    private static async Task<IResult> ChangeAsync(string topic, TextBlockDesk desk, Func<TextBlock, Task<bool>> change, CancellationToken cancellation) =>
        await desk.FindAsync(StandardAnswers.KeyOf(topic), cancellation) is { Purpose: TextBlockPurpose.Standard } block && await change(block)
            ? Page.SeeOther($"{List}/{topic}")
            : Results.NotFound();
}
