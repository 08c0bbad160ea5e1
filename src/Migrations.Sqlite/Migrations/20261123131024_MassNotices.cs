using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MassNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mass_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    addressee = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mass_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mass_addressees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    message = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mass_addressees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mass_lists",
                columns: table => new
                {
                    notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    numbers = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mass_lists", x => x.notice);
                });

            migrationBuilder.CreateTable(
                name: "mass_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    facts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    accounts = table.Column<int>(type: "INTEGER", nullable: false),
                    planned_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sms = table.Column<int>(type: "INTEGER", nullable: false),
                    voice = table.Column<int>(type: "INTEGER", nullable: false),
                    email = table.Column<int>(type: "INTEGER", nullable: false),
                    unreached = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mass_notices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_mass_accounts_notice_account",
                table: "mass_accounts",
                columns: new[] { "notice", "account" });

            migrationBuilder.CreateIndex(
                name: "IX_mass_addressees_notice_channel",
                table: "mass_addressees",
                columns: new[] { "notice", "channel" },
                filter: "message IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mass_addressees_notice_kind_address",
                table: "mass_addressees",
                columns: new[] { "notice", "kind", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mass_notices_planned_at",
                table: "mass_notices",
                column: "planned_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mass_accounts");

            migrationBuilder.DropTable(
                name: "mass_addressees");

            migrationBuilder.DropTable(
                name: "mass_lists");

            migrationBuilder.DropTable(
                name: "mass_notices");
        }
    }
}
