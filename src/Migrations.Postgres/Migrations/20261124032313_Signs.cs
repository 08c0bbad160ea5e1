using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Signs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "signs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    hung_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    wrong_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    differs = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_signs_site_code",
                table: "signs",
                columns: new[] { "site", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "signs");
        }
    }
}
