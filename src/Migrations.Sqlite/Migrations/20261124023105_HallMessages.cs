using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HallMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hall_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    media = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    zh = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    en = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    shown_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hall_messages", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_hall_messages_site_until",
                table: "hall_messages",
                columns: new[] { "site", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hall_messages");
        }
    }
}
