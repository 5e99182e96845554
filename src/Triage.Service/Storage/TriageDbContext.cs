using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Triage.Service.Accounts;
using Triage.Service.Approving;
using Triage.Service.Approving.Translating;
using Triage.Service.Auditing;
using Triage.Service.Cases;
using Triage.Service.Cases.Splitting;
using Triage.Service.Drafting;
using Triage.Service.Drafting.Summarizing;
using Triage.Service.Intake;
using Triage.Service.Learning;
using Triage.Service.Learning.Training;
using Triage.Service.Retrieving;
using Triage.Service.Sending;
using Triage.Service.Triaging;
using Triage.Service.Triaging.Rules;

namespace Triage.Service.Storage;

/// <summary>The town's database. Each entity is configured beside itself, in its step's folder.</summary>
internal abstract class TriageDbContext(DbContextOptions options)
    : IdentityDbContext<Staff, IdentityRole<long>, long>(options), IDataProtectionKeyContext
{
    public DbSet<StaffOffice> StaffOffices => Set<StaffOffice>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<RawMessage> RawMessages => Set<RawMessage>();

    public DbSet<ContactWish> ContactWishes => Set<ContactWish>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<Work> Work => Set<Work>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseMessage> Messages => Set<CaseMessage>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<CaseSplit> Splits => Set<CaseSplit>();

    public DbSet<CaseReadLink> ReadLinks => Set<CaseReadLink>();

    public DbSet<CasePresence> Presence => Set<CasePresence>();

    public DbSet<CaseNumberCounter> CaseNumbers => Set<CaseNumberCounter>();

    public DbSet<KnowledgeEntry> Knowledge => Set<KnowledgeEntry>();

    public DbSet<KnowledgeVersion> KnowledgeVersions => Set<KnowledgeVersion>();

    public DbSet<KnowledgeImport> KnowledgeImports => Set<KnowledgeImport>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<StoredRule> RoutingRules => Set<StoredRule>();

    public DbSet<StoredDraft> Drafts => Set<StoredDraft>();

    public DbSet<StoredModelUse> ModelUses => Set<StoredModelUse>();

    public DbSet<StoredSummary> Summaries => Set<StoredSummary>();

    public DbSet<StoredTranslation> Translations => Set<StoredTranslation>();

    public DbSet<Reply> Replies => Set<Reply>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<FrozenMail> FrozenMails => Set<FrozenMail>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<Outbound> Outbox => Set<Outbound>();

    public DbSet<TextBlock> TextBlocks => Set<TextBlock>();

    public DbSet<TextBlockVersion> TextBlockVersions => Set<TextBlockVersion>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<TrainingRun> TrainingRuns => Set<TrainingRun>();

    public DbSet<StoredModel> Models => Set<StoredModel>();

    public DbSet<LearnedCase> LearnedCases => Set<LearnedCase>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TriageDbContext).Assembly);
    }
}

/// <summary>On SQLite: a file, the default.</summary>
internal sealed class SqliteTriageDbContext(DbContextOptions<SqliteTriageDbContext> options) : TriageDbContext(options);

/// <summary>On PostgreSQL: when one machine is not enough.</summary>
internal sealed class PostgresTriageDbContext(DbContextOptions<PostgresTriageDbContext> options) : TriageDbContext(options);
