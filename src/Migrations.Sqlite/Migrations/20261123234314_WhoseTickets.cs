using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WhoseTickets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "filed",
                table: "tickets",
                type: "TEXT",
                maxLength: 800,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTime>(
                name: "filed_at",
                table: "tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "missing_papers",
                table: "tickets",
                type: "TEXT",
                maxLength: 800,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "papers",
                table: "tickets",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValueSql: "'NotLooked'");

            migrationBuilder.AddColumn<string>(
                name: "whose",
                table: "tickets",
                type: "TEXT",
                maxLength: 80,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "filed",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "filed_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "missing_papers",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "papers",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "whose",
                table: "tickets");
        }
    }
}
