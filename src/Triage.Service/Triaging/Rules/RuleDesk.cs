using Microsoft.EntityFrameworkCore;
using Triage.Models.Inquiries;
using Triage.Service.Accounts;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Storage;

namespace Triage.Service.Triaging.Rules;

/// <summary>Writes, tries, orders and switches rules. A changed rule is off until it was tried again.</summary>
internal sealed class RuleDesk(TriageDbContext db, RuleTrial trial, Municipality town, CurrentStaff current, TimeProvider time)
{
    /// <summary>Saves a new rule (null) or a change. Null: somebody else changed it meanwhile, or there is none.</summary>
    public async Task<long?> SaveAsync(long? id, RuleForm form, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        return await db.InTransactionAsync(
            async () =>
            {
                var rule = id is null ? await AddAsync(form, who, cancellation) : await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellation);
                if (rule is null || (id is not null && rule.Version != form.BasedOn))
                {
                    return (long?)null;
                }

                if (id is not null)
                {
                    Fill(rule, form, who);
                    rule.Version++;
                }

                await RecordAsync("save-rule", rule, who, cancellation);
                return rule.Id;
            },
            cancellation);
    }

    /// <summary>Plays the rule on past cases and notes the result on it.</summary>
    public async Task<TrialResult?> TryAsync(long id, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        return await db.InTransactionAsync(
            async () =>
            {
                if (await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rule)
                {
                    return null;
                }

                var result = await trial.RunAsync(rule, cancellation);
                (rule.TriedAt, rule.TriedOn, rule.WouldChange) = (time.GetUtcNow(), result.Cases, result.Changed.Count);
                rule.State = rule.State == RuleState.Draft ? RuleState.Tried : rule.State;
                await RecordAsync("try-rule", rule, who, cancellation);
                return result;
            },
            cancellation);
    }

    /// <summary>Switches a rule on, if this version of it was tried, or off. False: it was changed meanwhile, or never tried.</summary>
    public async Task<bool> SwitchAsync(long id, int version, bool on, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        return await db.InTransactionAsync(
            async () =>
            {
                var rule = await db.RoutingRules.SingleOrDefaultAsync(r => r.Id == id && r.Version == version, cancellation);
                if (rule is null || (on && rule.State == RuleState.Draft))
                {
                    return false;
                }

                rule.State = on ? RuleState.On : RuleState.Off;
                await RecordAsync(on ? "rule-on" : "rule-off", rule, who, cancellation);
                return true;
            },
            cancellation);
    }

    /// <summary>Moves a rule before the one that stands before it.</summary>
    public async Task RaiseAsync(long id, CancellationToken cancellation)
    {
        var who = await current.GetAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                var rules = await db.RoutingRules.OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancellation);
                var at = rules.FindIndex(r => r.Id == id);
                if (at > 0)
                {
                    (rules[at - 1], rules[at]) = (rules[at], rules[at - 1]);
                    for (var i = 0; i < rules.Count; i++)
                    {
                        rules[i].Position = i + 1;
                    }

                    await RecordAsync("move-rule", rules[at - 1], who, cancellation);
                }
            },
            cancellation);
    }

    private async Task<StoredRule> AddAsync(RuleForm form, StaffIdentity who, CancellationToken cancellation)
    {
        var rule = new StoredRule { Position = await db.RoutingRules.MaxAsync(r => (int?)r.Position, cancellation) + 1 ?? 1 };
        Fill(rule, form, who);
        db.RoutingRules.Add(rule);
        await db.SaveChangesAsync(cancellation);
        return rule;
    }

    private void Fill(StoredRule rule, RuleForm form, StaffIdentity who)
    {
        var target = Target.Parse(form.Target, town)!;
        (rule.Name, rule.Reason, rule.When) = (form.Name!.Trim(), form.Reason!.Trim(), form.ToCondition());
        (rule.Department, rule.Topic, rule.ValidFrom, rule.ValidUntil) = (target.Department, target.Topic, form.From!.Value, form.Until);
        (rule.State, rule.TriedAt, rule.AuthorId, rule.ChangedAt) = (RuleState.Draft, null, who.Id, time.GetUtcNow());
    }

    private Task RecordAsync(string action, StoredRule rule, StaffIdentity who, CancellationToken cancellation) =>
        db.AppendAsync(new AuditEvent(action, "rule", rule.Id, who.Id, $"version={rule.Version};state={rule.State}"), time, cancellation);
}
