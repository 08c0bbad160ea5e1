using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Contacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contact_codes",
                columns: table => new
                {
                    point = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_codes", x => x.point);
                });

            migrationBuilder.CreateTable(
                name: "contact_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    token = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    collected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verified_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quiet = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    prefers_call = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_points", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    point = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    given_way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    given_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    withdrawn_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_consents", x => x.id);
                    table.ForeignKey(
                        name: "FK_contact_consents_contact_points_point",
                        column: x => x.point,
                        principalTable: "contact_points",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contact_consents_account_purpose",
                table: "contact_consents",
                columns: new[] { "account", "purpose" },
                filter: "account IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_contact_consents_point",
                table: "contact_consents",
                column: "point");

            migrationBuilder.CreateIndex(
                name: "IX_contact_points_kind_address",
                table: "contact_points",
                columns: new[] { "kind", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contact_points_token",
                table: "contact_points",
                column: "token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_codes");

            migrationBuilder.DropTable(
                name: "contact_consents");

            migrationBuilder.DropTable(
                name: "contact_points");
        }
    }
}
