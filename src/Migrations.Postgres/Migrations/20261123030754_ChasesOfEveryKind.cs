using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ChasesOfEveryKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "request",
                table: "chases");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "promises",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            // What was promised before knows its number too.
            migrationBuilder.Sql("UPDATE promises SET name = COALESCE((SELECT number FROM requests WHERE requests.promise_id = promises.id), '')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "name",
                table: "promises");

            migrationBuilder.AddColumn<Guid>(
                name: "request",
                table: "chases",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }
    }
}
