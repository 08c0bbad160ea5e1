using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Roster : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "deputy",
                table: "staff_shifts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "post",
                table: "staff_shifts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "opening_reasons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    counter = table.Column<int>(type: "integer", nullable: false),
                    staff = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_reasons", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_shifts_deputy",
                table: "staff_shifts",
                column: "deputy");

            migrationBuilder.CreateIndex(
                name: "IX_opening_reasons_site_at",
                table: "opening_reasons",
                columns: new[] { "site", "at" });

            migrationBuilder.AddForeignKey(
                name: "FK_staff_shifts_staff_members_deputy",
                table: "staff_shifts",
                column: "deputy",
                principalTable: "staff_members",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_staff_shifts_staff_members_deputy",
                table: "staff_shifts");

            migrationBuilder.DropTable(
                name: "opening_reasons");

            migrationBuilder.DropIndex(
                name: "IX_staff_shifts_deputy",
                table: "staff_shifts");

            migrationBuilder.DropColumn(
                name: "deputy",
                table: "staff_shifts");

            migrationBuilder.DropColumn(
                name: "post",
                table: "staff_shifts");
        }
    }
}
