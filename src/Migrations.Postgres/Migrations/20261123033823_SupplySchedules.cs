using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SupplySchedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "supply_schedules",
                columns: table => new
                {
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    template = table.Column<DateOnly>(type: "date", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested = table.Column<DateOnly>(type: "date", nullable: true),
                    stages = table.Column<string>(type: "text", nullable: false),
                    delays = table.Column<string>(type: "text", nullable: false),
                    power_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    next_planned = table.Column<DateOnly>(type: "date", nullable: true),
                    waits = table.Column<bool>(type: "boolean", nullable: false),
                    powered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    in_time = table.Column<bool>(type: "boolean", nullable: true),
                    working_days = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supply_schedules", x => x.request);
                });

            migrationBuilder.CreateIndex(
                name: "IX_supply_schedules_next_planned_request",
                table: "supply_schedules",
                columns: new[] { "next_planned", "request" });

            migrationBuilder.CreateIndex(
                name: "IX_supply_schedules_powered_on",
                table: "supply_schedules",
                column: "powered_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "supply_schedules");
        }
    }
}
