using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Calendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "due_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    lapsed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_due_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_times",
                columns: table => new
                {
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    low = table.Column<int>(type: "INTEGER", nullable: false),
                    high = table.Column<int>(type: "INTEGER", nullable: false),
                    cases = table.Column<int>(type: "INTEGER", nullable: false),
                    office_cases = table.Column<int>(type: "INTEGER", nullable: false),
                    silence = table.Column<int>(type: "INTEGER", nullable: false),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_times", x => x.service);
                });

            migrationBuilder.CreateTable(
                name: "published_calendars",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reckoned_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_calendars", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_due_notices_raised_at",
                table: "due_notices",
                column: "raised_at",
                filter: "told_at IS NULL AND lapsed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_due_notices_request_raised_at",
                table: "due_notices",
                columns: new[] { "request", "raised_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "due_notices");

            migrationBuilder.DropTable(
                name: "known_times");

            migrationBuilder.DropTable(
                name: "published_calendars");
        }
    }
}
