using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ChasesOfEveryKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In place: the framework would write the whole table anew, outside the transaction.
            migrationBuilder.Sql("ALTER TABLE chases DROP COLUMN request");

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "promises",
                type: "TEXT",
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
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }
    }
}
