using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
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
                    request = table.Column<Guid>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    template = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    requested = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    stages = table.Column<string>(type: "TEXT", nullable: false),
                    delays = table.Column<string>(type: "TEXT", nullable: false),
                    power_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expected_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    next_planned = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    waits = table.Column<bool>(type: "INTEGER", nullable: false),
                    powered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    in_time = table.Column<bool>(type: "INTEGER", nullable: true),
                    working_days = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
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
