using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Triage.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditHead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The chain as it stands is taken for whole from here on.
            migrationBuilder.Sql(
                """
                INSERT INTO "Settings" ("Key", "Value")
                SELECT 'audit-head', CAST("Sequence" AS TEXT) || ':' || "Hash" FROM "Audit" ORDER BY "Sequence" DESC LIMIT 1
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"Settings\" WHERE \"Key\" = 'audit-head'");
        }
    }
}
