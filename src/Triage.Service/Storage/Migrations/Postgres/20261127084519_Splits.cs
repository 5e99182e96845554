using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Triage.Service.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Splits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_drafts_MessageId",
                table: "drafts");

            migrationBuilder.AddColumn<string>(
                name: "AlsoDepartment",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AlsoTopic",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuggestedAlso",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_splits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OriginId = table.Column<long>(type: "bigint", nullable: false),
                    PartId = table.Column<long>(type: "bigint", nullable: false),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    PartMessageId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Sentences = table.Column<string>(type: "text", nullable: false),
                    Department = table.Column<string>(type: "text", nullable: true),
                    Topic = table.Column<string>(type: "text", nullable: true),
                    SuggestedTopic = table.Column<string>(type: "text", nullable: true),
                    SplitBy = table.Column<long>(type: "bigint", nullable: false),
                    SplitAt = table.Column<long>(type: "bigint", nullable: false),
                    JoinedBy = table.Column<long>(type: "bigint", nullable: true),
                    JoinedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_splits", x => x.Id);
                    table.CheckConstraint("ck_split_joined", "(\"JoinedBy\" IS NULL) = (\"JoinedAt\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_case_splits_cases_OriginId",
                        column: x => x.OriginId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_case_splits_cases_PartId",
                        column: x => x.PartId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_case_splits_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_case_splits_messages_PartMessageId",
                        column: x => x.PartMessageId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_case_splits_staff_JoinedBy",
                        column: x => x.JoinedBy,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_case_splits_staff_SplitBy",
                        column: x => x.SplitBy,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_drafts_MessageId",
                table: "drafts",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_JoinedBy",
                table: "case_splits",
                column: "JoinedBy");

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_Key",
                table: "case_splits",
                column: "Key",
                unique: true,
                filter: "\"JoinedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_MessageId",
                table: "case_splits",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_OriginId",
                table: "case_splits",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_PartId",
                table: "case_splits",
                column: "PartId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_PartMessageId",
                table: "case_splits",
                column: "PartMessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_splits_SplitBy",
                table: "case_splits",
                column: "SplitBy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_splits");

            migrationBuilder.DropIndex(
                name: "IX_drafts_MessageId",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "AlsoDepartment",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "AlsoTopic",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "SuggestedAlso",
                table: "decisions");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_MessageId",
                table: "drafts",
                column: "MessageId",
                unique: true);
        }
    }
}
