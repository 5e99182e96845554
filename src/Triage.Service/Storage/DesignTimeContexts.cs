using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Triage.Service.Storage;

/// <summary>For <c>eng/migrate.sh</c>, which writes the same migration for both databases; no connection is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteTriageDbContext>
{
    public SqliteTriageDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTriageDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresTriageDbContext>
{
    public PostgresTriageDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTriageDbContext>().UseNpgsql("Host=localhost;Database=none").Options);
}
