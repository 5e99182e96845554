using Microsoft.EntityFrameworkCore;
using Triage.Models.Learning;
using Triage.Service.Cases;
using Triage.Service.Learning;
using Triage.Service.Learning.Training;
using Triage.Service.Storage;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Learning.Training;

/// <summary>Cases with real texts that people have decided, in bulk.</summary>
internal static class DecidedTexts
{
    /// <summary>A case for each inquiry: another office was suggested, and a person sent it to this topic's.</summary>
    public static Task<IReadOnlyList<long>> CorrectAsync(this ServiceHost host, IEnumerable<InquiryRow> inquiries, string department, string topic, bool demo = false, bool withoutAi = false, long? rule = null) =>
        host.InDatabaseAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var made = inquiries.Select(i => (Row: i, Case: NewCase(i, withoutAi, now))).ToList();
            made.ForEach(m => m.Case.Route(null, null, "frage", urgent: false, now, rule));
            made.ForEach(m => m.Case.Reroute(department, topic));
            db.Cases.AddRange(made.Select(m => m.Case));
            await db.SaveChangesAsync();
            db.Messages.AddRange(made.Select(m => new CaseMessage { CaseId = m.Case.Id, Direction = MessageDirection.In, At = now, Subject = m.Row.Inquiry.Subject, Text = m.Row.Inquiry.Text }));
            db.Decisions.AddRange(made.Select(m => new Decision
            {
                CaseId = m.Case.Id, At = now, Kind = DecisionKind.Rerouted, SuggestionId = 1, SuggestionVisible = true, SuggestedDepartment = "bauamt", SuggestedTopic = "bauantrag",
                Confidence = 0.7, Abstained = false, Department = department, Topic = topic, Demo = demo,
            }));
            await db.SaveChangesAsync();
            return (IReadOnlyList<long>)[.. made.Select(m => m.Case.Id)];
        });

    /// <summary>Asks for a training on the page and waits for its end.</summary>
    public static async Task<Answer> TrainAsync(this ServiceHost host, Visitor supervisor)
    {
        var asked = await supervisor.SubmitAsync(await supervisor.GetAsync("/lernen"), "/lernen/trainieren");
        Assert.Equal("/lernen?ok=bestellt", asked.Location);
        await host.TrainedAsync();
        return await supervisor.GetAsync("/lernen");
    }

    /// <summary>Waits for the end of a training: seconds, unless the machine is busy, to which the process that learns gives way.</summary>
    public static async Task TrainedAsync(this ServiceHost host)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        while (await host.InDatabaseAsync(db => db.TrainingRuns.AnyAsync(r => r.Slot != null)))
        {
            await Task.Delay(200, patience.Token);
        }
    }

    /// <summary>Chooses a model on the page, confirmed.</summary>
    public static async Task<Answer> PromoteAsync(this Visitor supervisor, string model) =>
        await supervisor.SubmitAsync(await supervisor.GetAsync("/lernen"), "/lernen/modell", [new("Modell", model), new("Sicher", "ja")]);

    /// <summary>A model as a training that passed would have kept it.</summary>
    public static Task<long> KeepAsync(this ServiceHost host, string folder, string version, long staff, Func<byte[], byte[]>? change = null, long? against = null) => host.InDatabaseAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var run = new TrainingRun { RequestedBy = staff, RequestedAt = now, NotBefore = now, Slot = null, State = TrainingState.Passed, FinishedAt = now };
        db.TrainingRuns.Add(run);
        await db.SaveChangesAsync();
        var zip = StoredModels.Pack(folder);
        var model = new StoredModel { RunId = run.Id, Version = version, At = now, LearnedUntil = now, AgainstId = against, Zip = change?.Invoke(zip) ?? zip };
        db.Models.Add(model);
        await db.SaveChangesAsync();
        return model.Id;
    });

    private static int numbers;

    private static Case NewCase(InquiryRow row, bool withoutAi, DateTimeOffset now) => new()
    {
        Number = $"L-{Interlocked.Increment(ref numbers):000000}", Channel = CaseChannel.Email, Subject = row.Inquiry.Subject, CreatedAt = now, DueAt = now, WithoutAi = withoutAi,
    };
}
