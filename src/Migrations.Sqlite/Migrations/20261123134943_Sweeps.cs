using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sweeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "sent_at",
                table: "files",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mended = table.Column<int>(type: "INTEGER", nullable: false),
                    left = table.Column<int>(type: "INTEGER", nullable: false),
                    examples = table.Column<string>(type: "TEXT", nullable: false),
                    mended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mended_ever = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweeps", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_hash",
                table: "uploads",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_event",
                table: "deliveries",
                column: "event");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sweeps");

            migrationBuilder.DropIndex(
                name: "IX_uploads_hash",
                table: "uploads");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_event",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "sent_at",
                table: "files");
        }
    }
}
