using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Phone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device = table.Column<Guid>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    kept_as = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "phone_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_phone_devices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "push_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    device = table.Column<Guid>(type: "TEXT", nullable: false),
                    endpoint = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", maxLength: 65, nullable: false),
                    auth = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push_subscriptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "slip_scans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_slip_scans", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kept_cases_device_request",
                table: "kept_cases",
                columns: new[] { "device", "request" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kept_cases_request",
                table: "kept_cases",
                column: "request");

            migrationBuilder.CreateIndex(
                name: "IX_phone_devices_digest",
                table: "phone_devices",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_phone_devices_seen_at",
                table: "phone_devices",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "IX_push_subscriptions_device",
                table: "push_subscriptions",
                column: "device",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_slip_scans_request",
                table: "slip_scans",
                column: "request");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_cases");

            migrationBuilder.DropTable(
                name: "phone_devices");

            migrationBuilder.DropTable(
                name: "push_subscriptions");

            migrationBuilder.DropTable(
                name: "slip_scans");
        }
    }
}
