using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Triage.Service.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "training_runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Token = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Against = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Learned = table.Column<string>(type: "TEXT", nullable: true),
                    Comparison = table.Column<string>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_runs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_runs_staff_RequestedBy",
                        column: x => x.RequestedBy,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "models",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LearnedUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    AgainstId = table.Column<long>(type: "INTEGER", nullable: true),
                    Zip = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ErasedCases = table.Column<int>(type: "INTEGER", nullable: false),
                    PromotedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    PromotedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_models", x => x.Id);
                    table.ForeignKey(
                        name: "FK_models_staff_PromotedBy",
                        column: x => x.PromotedBy,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_models_training_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "training_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "learned_cases",
                columns: table => new
                {
                    ModelId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learned_cases", x => new { x.ModelId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_learned_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_learned_cases_models_ModelId",
                        column: x => x.ModelId,
                        principalTable: "models",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_learned_cases_CaseId",
                table: "learned_cases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_models_PromotedBy",
                table: "models",
                column: "PromotedBy");

            migrationBuilder.CreateIndex(
                name: "IX_models_RunId",
                table: "models",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_training_runs_RequestedBy",
                table: "training_runs",
                column: "RequestedBy");

            migrationBuilder.CreateIndex(
                name: "IX_training_runs_Slot",
                table: "training_runs",
                column: "Slot",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "learned_cases");

            migrationBuilder.DropTable(
                name: "models");

            migrationBuilder.DropTable(
                name: "training_runs");
        }
    }
}
