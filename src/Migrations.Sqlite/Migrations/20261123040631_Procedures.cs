using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Procedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "simplifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    definition = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    measured = table.Column<string>(type: "TEXT", nullable: true),
                    measured_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_simplifications", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "simplifications");
        }
    }
}
