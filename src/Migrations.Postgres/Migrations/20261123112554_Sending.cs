using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Sending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_due_at",
                table: "deliveries");

            migrationBuilder.AddColumn<string>(
                name: "stopped",
                table: "messages",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_routine",
                table: "deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "queue",
                table: "deliveries",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "office");

            migrationBuilder.CreateTable(
                name: "message_routes",
                columns: table => new
                {
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    share_of_first = table.Column<int>(type: "integer", nullable: false),
                    moved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_routes", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "message_turns",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_turns", x => x.provider);
                });

            migrationBuilder.CreateIndex(
                name: "IX_message_receipts_provider_reference",
                table: "message_receipts",
                columns: new[] { "provider", "reference" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_queue_is_routine_due_at",
                table: "deliveries",
                columns: new[] { "queue", "is_routine", "due_at" },
                filter: "done_at IS NULL AND given_up_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "message_routes");

            migrationBuilder.DropTable(
                name: "message_turns");

            migrationBuilder.DropIndex(
                name: "IX_message_receipts_provider_reference",
                table: "message_receipts");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_queue_is_routine_due_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "stopped",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "is_routine",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "queue",
                table: "deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_due_at",
                table: "deliveries",
                column: "due_at",
                filter: "done_at IS NULL AND given_up_at IS NULL");
        }
    }
}
