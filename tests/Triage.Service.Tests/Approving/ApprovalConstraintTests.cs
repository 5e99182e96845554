using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Sending;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

/// <summary>What holds against SQL past the program: first the database's keys and checks, then the sender.</summary>
public sealed class ApprovalConstraintTests(BothHosts hosts) : IClassFixture<BothHosts>
{
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_21_of_many_approvals_at_once_one_wins_on_each_database(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clerk.ApproveAsync(review, id)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single(answers, a => a.Location!.Contains("ok=freigegeben", StringComparison.Ordinal));
        Assert.Equal(1, await host.OutboxCountAsync(id));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_22_a_text_changed_after_approval_is_not_sent(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.SendAsync(id, ("Text", "Guten Tag, Ihr Antrag ist da."));

        var changed = kind == DatabaseKind.Sqlite
            ? "UPDATE frozen_mails SET \"Mime\" = CAST(replace(CAST(\"Mime\" AS TEXT), 'Antrag ist da', 'Hund ist da') AS BLOB)"
            : "UPDATE frozen_mails SET \"Mime\" = convert_to(replace(convert_from(\"Mime\", 'UTF8'), 'Antrag ist da', 'Hund ist da'), 'UTF8')";
        Assert.Equal(1, await host.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"{changed} WHERE \"CaseId\" = {id}")));

        await RefusedAsync(host, id, "not-the-approved-mail");
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_22_a_recipient_changed_after_approval_gets_nothing(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));

        Assert.Equal(1, await host.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE frozen_mails SET \"Recipients\" = '[\"mallory@example.net\"]' WHERE \"CaseId\" = {id}")));

        await RefusedAsync(host, id, "not-the-approved-mail");
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_22_a_hash_fitted_to_a_changed_mail_is_refused_by_the_database_and_without_keys_by_the_sender(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.SendAsync(id, ("Text", "Guten Tag, erledigt."));
        var frozen = await host.InDatabaseAsync(db => db.FrozenMails.AsNoTracking().SingleAsync(m => m.CaseId == id));
        var fitted = MailHash.Of(frozen.Mime, frozen.Sender, ["mallory@example.net"]);
        var change = string.Create(CultureInfo.InvariantCulture, $"UPDATE outbound SET \"MailSha256\" = '{fitted}' WHERE \"CaseId\" = {id}");
        await host.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE frozen_mails SET \"Recipients\" = '[\"mallory@example.net\"]' WHERE \"CaseId\" = {id}"));

        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(change));
        await host.WithoutForeignKeysAsync(change);

        await RefusedAsync(host, id, "not-approved-by-a-person");
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_23_the_database_refuses_an_approval_by_an_account_of_the_machine(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));
        var machine = await MachineAsync(host);
        var hash = await host.InDatabaseAsync(db => db.Revisions.Where(r => r.CaseId == id).Select(r => r.MailSha256).SingleAsync());

        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Approval(id, hash, 1, machine, "service")));
        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Approval(id, hash, 1, machine, "human")));
        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Approval(id, Hash, 1, clerk.Id, "human")));
        await Assert.ThrowsAnyAsync<DbException>(() => host.WithoutForeignKeysAsync(Approval(id, hash, 1, machine, "service")));
        Assert.Equal(1, await host.ExecuteAsync(Approval(id, hash, 1, clerk.Id, "human")));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_23_without_foreign_keys_the_sender_refuses_what_the_machine_approved(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));
        var machine = await MachineAsync(host);
        var frozen = await host.InDatabaseAsync(db => db.FrozenMails.AsNoTracking().SingleAsync(m => m.CaseId == id));
        var hash = MailHash.Of(frozen.Mime, frozen.Sender, frozen.Recipients);

        await host.WithoutForeignKeysAsync(Approval(id, hash, 1, machine, "human"));
        await host.WithoutForeignKeysAsync(Outbound(id, hash, 1, frozen.MessageId));

        await RefusedAsync(host, id, "not-approved-by-a-person");
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task An_outgoing_mail_without_an_approval_is_refused_by_the_database_and_without_keys_by_the_sender(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));
        var frozen = await host.InDatabaseAsync(db => db.FrozenMails.AsNoTracking().SingleAsync(m => m.CaseId == id));
        var hash = MailHash.Of(frozen.Mime, frozen.Sender, frozen.Recipients);

        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Outbound(id, hash, 1, frozen.MessageId)));
        await host.WithoutForeignKeysAsync(Outbound(id, hash, 1, frozen.MessageId));

        await RefusedAsync(host, id, "not-approved-by-a-person");
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task A_mail_that_needs_two_signatures_does_not_go_out_with_one(DatabaseKind kind)
    {
        var (host, clerk, id) = await CaseAsync(kind);
        await clerk.ReviewAsync(id, ("Text", "Guten Tag, erledigt."));
        var frozen = await host.InDatabaseAsync(db => db.FrozenMails.AsNoTracking().SingleAsync(m => m.CaseId == id));
        var hash = MailHash.Of(frozen.Mime, frozen.Sender, frozen.Recipients);
        await host.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE revisions SET \"Signatures\" = 2 WHERE \"CaseId\" = {id}"));

        await host.ExecuteAsync(Approval(id, hash, 2, clerk.Id, "human"));
        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Outbound(id, hash, 2, frozen.MessageId)));
        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(Outbound(id, hash, 1, frozen.MessageId)));
        await Assert.ThrowsAnyAsync<DbException>(() => host.ExecuteAsync(
            Approval(id, hash, 2, clerk.Id, "human").Replace("2, 1,", "2, 2,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_service_does_not_start_on_a_database_that_was_written_past_its_keys()
    {
        var (host, _, id) = await CaseAsync(DatabaseKind.Sqlite);
        var copy = Directory.CreateTempSubdirectory("triage-broken-").FullName;
        await host.ExecuteAsync($"VACUUM INTO '{copy}/triage.db'");
        await using (var open = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy}/triage.db;Foreign Keys=False;Pooling=False"))
        {
            await open.OpenAsync();
            await using var command = open.CreateCommand();
            command.CommandText = Outbound(id, Hash, 1, "nobody@example.org");
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ServiceHost.StartAsync(new Dictionary<string, string> { ["Storage:Folder"] = copy }));

        Assert.Contains("outbound", refused.ToString(), StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    private async Task<(ServiceHost Host, Visitor Clerk, long Id)> CaseAsync(DatabaseKind kind)
    {
        var host = await hosts.OnAsync(kind);
        return (host, await host.SignInAsync(StaffRole.Clerk, "steueramt"), await host.CaseAsync("Hund", "steueramt"));
    }

    private static async Task<long> MachineAsync(ServiceHost host) => await host.InDatabaseAsync(async db =>
    {
        var machine = new Staff { UserName = $"machine{Guid.NewGuid():N}", DisplayName = "Maschine", Kind = StaffKind.Service };
        db.Users.Add(machine);
        await db.SaveChangesAsync();
        return machine.Id;
    });

    // Ends the recall window and waits until the sender has looked.
    private static async Task RefusedAsync(ServiceHost host, long id, string outcome)
    {
        await host.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE outbound SET \"NotBefore\" = 0 WHERE \"CaseId\" = {id}"));
        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(db => db.Outbox.AnyAsync(o => o.CaseId == id && o.State != SendState.Held && o.State != SendState.Sending)));
        var outbound = await host.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(o => o.CaseId == id));
        Assert.Equal((SendState.Rejected, outcome), (outbound.State, outbound.Outcome));
        Assert.False(File.Exists(Path.Combine(host.OutboxFolder, outbound.MessageId.Split('@')[0] + ".eml")));
        Assert.NotNull(await host.InDatabaseAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Attention).SingleAsync()));
    }

    private static string Approval(long caseId, string hash, int signatures, long approver, string kind) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO approvals (\"CaseId\", \"Number\", \"MailSha256\", \"Signatures\", \"Signature\", \"ApproverId\", \"ApproverKind\", \"At\") VALUES ({caseId}, 1, '{hash}', {signatures}, 1, {approver}, '{kind}', 0)");

    private static string Outbound(long caseId, string hash, int signatures, string messageId) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO outbound (\"CaseId\", \"Number\", \"MailSha256\", \"Signatures\", \"FirstSignature\", \"LastSignature\", \"Channel\", \"MessageId\", \"State\", \"NotBefore\", \"Token\", \"Attempts\") VALUES ({caseId}, 1, '{hash}', {signatures}, 1, {signatures}, 'email', '{messageId}', 'held', 9000000000000000, 0, 0)");
}
