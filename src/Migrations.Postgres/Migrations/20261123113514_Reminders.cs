using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "paid_in_time",
                table: "bills",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reminder_runs",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_runs", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    account = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    days_before = table.Column<int>(type: "integer", nullable: false),
                    numbers = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    unanswered = table.Column<int>(type: "integer", nullable: false),
                    again_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    paid_in_time = table.Column<bool>(type: "boolean", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_account_due_on_days_before_address",
                table: "reminders",
                columns: new[] { "account", "due_on", "days_before", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_again_at",
                table: "reminders",
                column: "again_at",
                filter: "again_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_day",
                table: "reminders",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_message",
                table: "reminders",
                column: "message");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_open",
                table: "reminders",
                column: "id",
                filter: "closed_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reminder_runs");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropColumn(
                name: "paid_in_time",
                table: "bills");
        }
    }
}
