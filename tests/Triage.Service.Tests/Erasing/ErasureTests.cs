using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Triage.Service.Accounts;
using Triage.Service.Approving.Translating;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Drafting.Summarizing;
using Triage.Service.Intake;
using Triage.Service.Storage;
using Triage.Service.Tests.Cases.Splitting;
using Triage.Service.Tests.Intake;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Erasing;

public sealed class ErasureTests(PostgresServer postgres)
{
    private const string Bird = "Kanarienvogel";
    private const string Address = "kanari@example.org";
    private const string Chirp = "Zwitscherweg";

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_53_nothing_of_an_erased_citizen_is_left_in_any_table_or_file_and_the_chain_still_verifies(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        await ReleaseNoticesAsync(host, clerk);
        var other = await host.ReceiveAsync(Mail("Otto Anders <otto@example.org>", "Guten Tag,\n\nwo ist das Fundbüro?"));
        var ids = await LiveAsync(host, clerk);
        var decisions = await host.InDatabaseAsync(db => db.Decisions.CountAsync(d => ids.Contains(d.CaseId)));
        var before = await Canary.FindAsync(host, Bird, Address, Chirp);
        Assert.Superset(
            new HashSet<string>(["attachments.FileName", "cases.CitizenAddress", "contact_wishes.PostalAddress", "feedback.Text", "frozen_mails.Mime", "messages.Text", "notices.Recipient", "summaries.Sentences", "translations.Text", "content", "outbox"], StringComparer.OrdinalIgnoreCase),
            new HashSet<string>(before, StringComparer.OrdinalIgnoreCase));

        var erased = await EraseAsync(administrator, Address);

        Assert.Contains("sind gelöscht", erased.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zu beschäftigt", erased.Text, StringComparison.Ordinal);
        Assert.Equal([], await Canary.FindAsync(host, Bird, Address, Chirp));
        Assert.Null(await host.InDatabaseAsync(db => db.FirstBadRowAsync(CancellationToken.None)));
        var entries = await host.InDatabaseAsync(db => db.Audit.Where(a => a.Action == "erase").OrderBy(a => a.SubjectId).ToListAsync());
        Assert.Equal(ids.Order(), entries.Select(e => e.SubjectId!.Value));
        Assert.All(entries, e => Assert.Equal((administrator.Id, "reason=Request"), (e.ActorId, e.Detail)));
        Assert.True(decisions > 0);
        Assert.Equal(decisions, await host.InDatabaseAsync(db => db.Decisions.CountAsync(d => ids.Contains(d.CaseId))));
        Assert.Contains("Fundbüro", (await clerk.GetAsync($"/vorgang/{other}")).Text, StringComparison.Ordinal);
        await PagesStillStandAsync(clerk, ids[0]);
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task Fault_53_a_message_that_its_mailbox_shows_again_stays_erased_and_the_same_file_of_another_citizen_stays(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var mail = WithFile($"{Bird} <{Address}>", "Formular.txt", "Dasselbe Formular");
        var id = await host.ReceiveAsync(mail);
        var neighbour = await host.ReceiveAsync(WithFile("Otto Anders <otto@example.org>", "Formular.txt", "Dasselbe Formular"));
        await CloseAsync(clerk, id);
        var cases = await host.InDatabaseAsync(db => db.Cases.CountAsync());

        await EraseAsync(administrator, Address);
        var again = await host.ReceiveAsync(mail);

        Assert.Equal(id, again);
        Assert.Equal(cases, await host.InDatabaseAsync(db => db.Cases.CountAsync()));
        Assert.Equal([], await Canary.FindAsync(host, Bird, Address));
        var file = await host.InDatabaseAsync(db => db.Attachments.Where(a => a.CaseId == neighbour).Select(a => a.Id).SingleAsync());
        Assert.Equal("Dasselbe Formular", (await clerk.GetAsync($"/vorgang/{neighbour}/anlage/{file}")).Html.TrimEnd());
    }

    [Fact]
    public async Task A_case_that_cannot_be_erased_hides_nothing_of_the_one_that_was_and_its_remains_are_overwritten()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var ids = new List<long>();
        foreach (var word in new[] { Chirp, "Bleibtstraße" })
        {
            ids.Add(await host.ReceiveAsync(Mail($"{Bird} <{Address}>", $"Ich wohne in der Nähe: {word}.")));
            await CloseAsync(clerk, ids[^1]);
        }

        var broken = $"CREATE TRIGGER broken BEFORE UPDATE ON cases WHEN OLD.\"Id\" = {ids[1]} BEGIN SELECT RAISE(ABORT, 'broken'); END";
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(broken));
        var said = await administrator.SubmitAsync(await SearchAsync(administrator, Address), "/verwaltung/loeschen/ausfuehren", Sure(Address, [.. ids]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.Status);
        Assert.Contains("Die Daten eines Eintrags sind gelöscht.", said.Text, StringComparison.Ordinal);
        var numbers = await host.InDatabaseAsync(db => db.Cases.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync());
        var error = said.Document.QuerySelector("#fehler li")!.TextContent;
        Assert.Contains($"Nicht gelöscht: {numbers[1]}", error, StringComparison.Ordinal);
        Assert.Contains("Beim Löschen trat ein Fehler auf", error, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers[0], said.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([], await Canary.FindAsync(host, Chirp));
        Assert.Contains("messages.Text", await Canary.FindAsync(host, "Bleibtstra"));
    }

    [Fact]
    public async Task Free_space_that_cannot_be_overwritten_is_told_as_what_it_is()
    {
        var log = new LogLines();
        await using var host = await ServiceHost.StartAsync(
            new Dictionary<string, string> { ["Serilog:MinimumLevel:Default"] = "Error" },
            services: s => s.AddSingleton<Serilog.Core.ILogEventSink>(log).ConfigureDbContext<SqliteTriageDbContext>(o => o.AddInterceptors(new FullDisk())));
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        await host.CaseAsync("Anliegen", "steueramt", change: c => c.Close(CloseReason.ByPhone, c.CreatedAt));

        var erased = await EraseAsync(administrator, "erika@example.org");

        Assert.Contains("Die Daten eines Eintrags sind gelöscht.", erased.Text, StringComparison.Ordinal);
        Assert.Contains("ließen sich nicht überschreiben", erased.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zu beschäftigt", erased.Text, StringComparison.Ordinal);
        Assert.Contains(log.All, l => l.Contains("database or disk is full", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task A_message_shown_again_takes_no_bytes_away_that_another_row_needs_and_leaves_no_name_of_its_file(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var mail = Mail($"{Bird} <{Address}>", "Guten Tag, meine Frage.");
        var id = await host.ReceiveAsync(mail);
        var neighbour = await host.CaseAsync("Dieselben Zeilen", "steueramt");
        var sha256 = await host.InDatabaseAsync(async db =>
        {
            var own = await db.RawMessages.SingleAsync(r => r.CaseId == id);
            db.RawMessages.Add(new RawMessage { Source = "imap", SourceKey = "7", Sha256 = own.Sha256, Size = own.Size, ReceivedAt = own.ReceivedAt, CaseId = neighbour });
            await db.SaveChangesAsync();
            return own.Sha256;
        });
        await CloseAsync(clerk, id);
        await EraseAsync(administrator, Address);

        Assert.Equal(id, await host.ReceiveAsync(mail));

        Assert.True(host.Services.GetRequiredService<ContentStore>().Has(sha256));
        Assert.All(
            await host.InDatabaseAsync(db => db.RawMessages.Where(r => r.CaseId == id).Select(r => r.SourceKey).ToListAsync()),
            key => Assert.StartsWith("erased:", key, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(DatabaseKinds.Both), MemberType = typeof(DatabaseKinds))]
    public async Task An_address_is_found_however_its_letters_are_written(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        await host.CaseAsync("A", "steueramt", change: c => (c.CitizenAddress = "ÄNNE.Öz@Bücher.example").ToString());
        await host.CaseAsync("B", "steueramt", change: c => (c.CitizenAddress = "a\u0308nne.o\u0308z@xn--bcher-kva.example").ToString());
        await host.CaseAsync("C", "steueramt", change: c => (c.CitizenAddress = "anne.oz@bucher.example").ToString());

        foreach (var typed in new[] { "änne.öz@bücher.example", "Änne.ÖZ@BÜCHER.example", "änne.öz@xn--bcher-kva.example" })
        {
            Assert.Equal(2, (await SearchAsync(administrator, typed)).Document.QuerySelectorAll("#Vorgang p").Length);
        }
    }

    [Fact]
    public async Task Fault_53_an_open_case_and_one_whose_answer_can_be_recalled_are_refused_with_the_reason()
    {
        await using var host = await ServiceHost.StartAsync(new Dictionary<string, string> { ["Mail:RecallSeconds"] = "600" });
        using var clerk = await host.SignInAsync(StaffRole.Supervisor);
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        var open = await host.CaseAsync("Hund", "steueramt");
        var answered = await host.CaseAsync("Katze", "steueramt");
        await clerk.SendAsync(answered, ("Text", "Guten Tag, erledigt."));

        var found = await SearchAsync(administrator, "ERIKA@example.org");
        var forced = await administrator.PostAsync(found, "/verwaltung/loeschen/ausfuehren", Sure("erika@example.org", open, answered));

        Assert.Contains("ist noch nicht erledigt", found.Text, StringComparison.Ordinal);
        // It may be under way already, and then nobody can recall it.
        Assert.Contains("Antwort ist noch nicht hinausgegangen. Bitte versuchen Sie es in einigen Minuten noch einmal.", found.Text, StringComparison.Ordinal);
        Assert.Empty(found.Document.QuerySelectorAll("input[name=Vorgang]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Cases.CountAsync(c => c.ErasedAt != null)));
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Messages.CountAsync(m => m.Text != "")));
    }

    [Fact]
    public async Task Erasing_needs_a_choice_a_reason_and_a_tick_and_only_administrators_may()
    {
        await using var host = await ServiceHost.StartAsync();
        using var administrator = await host.SignInAsync(StaffRole.Administrator);
        using var supervisor = await host.SignInAsync(StaffRole.Supervisor);
        await host.CaseAsync("Geheimes Anliegen", "steueramt", change: c => c.Close(CloseReason.ByPhone, c.CreatedAt));
        var found = await SearchAsync(administrator, "erika@example.org");

        var nothing = await administrator.SubmitAsync(found, "/verwaltung/loeschen/ausfuehren");
        var foreign = await supervisor.PostAsync(await supervisor.GetAsync("/konto"), "/verwaltung/loeschen", [new("Suche", "erika@example.org")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal(["#Vorgang", "#Grund", "#Sicher"], nothing.Document.QuerySelectorAll("#fehler a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.DoesNotContain("Geheimes Anliegen", found.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Erika Beispiel", found.Html, StringComparison.Ordinal);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Cases.CountAsync(c => c.ErasedAt != null)));
    }

    /// <summary>Whoever adds a table about cases decides here what an erasure does with it.</summary>
    [Fact]
    public async Task Every_table_about_a_case_is_emptied_or_known_to_hold_no_words()
    {
        await using var host = await ServiceHost.StartAsync();
        string[] emptied = ["Attachment", "CaseMessage", "ContactWish", "Feedback", "FrozenMail", "LearnedCase", "Notice", "RawMessage", "Reply", "StoredDraft", "StoredSummary", "StoredTranslation", "Suggestion"];
        string[] numbersOnly = ["Approval", "CasePresence", "CaseReadLink", "Decision", "Outbound", "Revision", "StoredModelUse"];

        var tables = await host.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(e => e.FindProperty("CaseId") is not null).Select(e => e.ClrType.Name).ToList()));

        Assert.Equal(emptied.Concat(numbersOnly).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    // A mail with a file that is split, answered by mail from a draft, and a web form that is answered and judged.
    private static async Task<List<long>> LiveAsync(ServiceHost host, Visitor clerk)
    {
        var mailed = await host.ReceiveTwoConcernsAsync($"Karla {Bird} <{Address}>", $"X-Where: {Chirp}");
        var part = await host.PartAsync(clerk, mailed);
        var filed = await host.ReceiveAsync(WithFile($"{Bird} <{Address}>", $"{Bird}.txt", $"Ich wohne im {Chirp} 3."));
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{filed}"), $"/vorgang/{filed}/notiz", [new("Notiz", $"Frau {Bird} hat angerufen.")]);
        var written = await WriteFormAsync(host, clerk);
        await TranslateAsync(host, filed);
        foreach (var id in new[] { mailed, part, filed })
        {
            await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/speichern", [new("Text", $"Guten Tag Frau {Bird}, Entwurf für {Chirp}.")]);
            Assert.Contains("ok=freigegeben", (await clerk.SendAsync(id, ("Text", $"Guten Tag Frau {Bird} im {Chirp}."))).Location, StringComparison.Ordinal);
        }

        await ServiceHost.UntilAsync(() => host.InDatabaseAsync(async db =>
            await db.Messages.CountAsync(m => m.Direction == MessageDirection.Out) == 4 && !await db.Notices.AnyAsync(n => n.State == "queued" || n.State == "sending")));
        return [mailed, part, filed, written];
    }

    private static async Task<long> WriteFormAsync(ServiceHost host, Visitor clerk)
    {
        using var citizen = host.Visit();
        var (number, code) = await citizen.OpenCaseAsync(
            ("anliegen", $"Mein {Bird} ist entflogen."), ("antwort", "brief"), ("name", $"Karla {Bird}"), ("email", Address), ("strasse", $"{Chirp} 3"), ("plz", "12345"), ("stadt", "Musterstadt"));
        await host.PipelineIdleAsync();
        var id = await host.InDatabaseAsync(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await clerk.SendAsync(id, ("Text", $"Guten Tag Frau {Bird}."), ("Channel", "Letter"));
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/versandt");
        await citizen.LookUpAsync(number, code);
        await citizen.SubmitAsync(await citizen.GetAsync("/rueckmeldung"), "/rueckmeldung", [new("urteil", "Solved"), new("text", $"Danke sagt {Bird}")]);
        return id;
    }

    private static Task<int> TranslateAsync(ServiceHost host, long id) => host.InDatabaseAsync(db =>
    {
        db.Translations.Add(new StoredTranslation
        {
            CaseId = id, OfSha256 = new string('a', 64), Language = "tr", Text = $"Merhaba {Bird}", Model = "m", PromptVersion = "v", At = DateTimeOffset.UnixEpoch,
        });
        db.Summaries.Add(new StoredSummary
        {
            CaseId = id, OfSha256 = new string('a', 64), Sentences = [new($"Es geht um {Bird}.", [0])], Model = "m", PromptVersion = "v", At = DateTimeOffset.UnixEpoch,
        });
        return db.SaveChangesAsync();
    });

    private static async Task PagesStillStandAsync(Visitor clerk, long id)
    {
        var page = await clerk.GetAsync($"/vorgang/{id}");
        Assert.Equal("(gelöscht)", page.Heading);
        Assert.Null(page.Document.QuerySelector($"form[action='/vorgang/{id}/oeffnen']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsync(page, $"/vorgang/{id}/oeffnen")).Status);
        foreach (var address in new[] { "/posteingang?liste=erledigt", "/auswertung", "/protokoll", "/wissen" })
        {
            Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(address)).Status);
        }
    }

    private async Task<ServiceHost> StartAsync(DatabaseKind kind) => await ServiceHost.StartAsync(
        await postgres.SettingsAsync(kind, [("Mail:RecallSeconds", "0"), .. CitizenHost.Settings.Select(s => (s.Key, s.Value))]));

    private static Task<int> ReleaseNoticesAsync(ServiceHost host, Visitor supervisor) => host.InDatabaseAsync(db => db.TextBlockVersions.ExecuteUpdateAsync(v => v
        .SetProperty(x => x.Released, 1).SetProperty(x => x.ReleasedBy, supervisor.Id).SetProperty(x => x.ReleasedByKind, StaffKind.Human)));

    private static Task<Answer> CloseAsync(Visitor clerk, long id) => CloseAsync(clerk, id, "ByPhone");

    private static async Task<Answer> CloseAsync(Visitor clerk, long id, string because) =>
        await clerk.SubmitAsync(await clerk.GetAsync($"/vorgang/{id}"), $"/vorgang/{id}/schliessen", [new("Warum", because)]);

    private static async Task<Answer> SearchAsync(Visitor administrator, string query) => await administrator.SubmitAsync(
        await administrator.GetAsync("/verwaltung/loeschen"), "/verwaltung/loeschen", [new("Suche", query)]);

    private static async Task<Answer> EraseAsync(Visitor administrator, string query)
    {
        var found = await SearchAsync(administrator, query);
        var ids = found.Document.QuerySelectorAll("input[name=Vorgang]").Select(b => long.Parse(b.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.NotEmpty(ids);
        var erased = await administrator.SubmitAsync(found, "/verwaltung/loeschen/ausfuehren", Sure(query, ids));
        Assert.True(erased.Status == HttpStatusCode.SeeOther, erased.Text);
        return await administrator.FollowAsync(erased);
    }

    private static List<KeyValuePair<string, string?>> Sure(string query, params long[] ids) =>
        [new("Suche", query), .. ids.Select(i => new KeyValuePair<string, string?>("Vorgang", $"{i}")), new("Grund", "Request"), new("Sicher", "ja")];

    private static string Mail(string from, string text) => Some.Mail("Frage", text, from);

    private static string WithFile(string from, string name, string content) =>
        $"""
        From: {from}
        To: buergerservice@musterstadt.example
        Subject: Frage
        Message-ID: <{name}.{from.Length}@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        Guten Tag, mein Formular.
        --b
        Content-Type: text/plain; name="{name}"
        Content-Disposition: attachment; filename="{name}"

        {content}
        --b--
        """;

    private sealed class FullDisk : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            command.CommandText == "VACUUM" ? throw new SqliteException("database or disk is full", 13) : ValueTask.FromResult(result);
    }
}
