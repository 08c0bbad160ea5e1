using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PrintedTickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "may_be_on_paper",
                table: "tickets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "print_problem",
                table: "tickets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "prints",
                table: "tickets",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "released_for",
                table: "tickets",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "printers",
                columns: table => new
                {
                    site = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    condition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_printers", x => new { x.site, x.code });
                });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_taken_at",
                table: "tickets",
                column: "taken_at",
                filter: "state = 'Reserved'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "printers");

            migrationBuilder.DropIndex(
                name: "IX_tickets_taken_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "may_be_on_paper",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "print_problem",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "prints",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "released_for",
                table: "tickets");
        }
    }
}
