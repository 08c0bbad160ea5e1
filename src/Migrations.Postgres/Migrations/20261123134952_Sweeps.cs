using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    mended = table.Column<int>(type: "integer", nullable: false),
                    left = table.Column<int>(type: "integer", nullable: false),
                    examples = table.Column<string>(type: "text", nullable: false),
                    mended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    mended_ever = table.Column<int>(type: "integer", nullable: false)
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
