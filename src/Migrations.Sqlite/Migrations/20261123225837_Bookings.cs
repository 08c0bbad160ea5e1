using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Bookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "booking_waits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    booking = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    listed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    offered_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_waits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    site = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remind_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ticket = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "taken_slots",
                columns: table => new
                {
                    site = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seat = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kept_until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taken_slots", x => new { x.site, x.place, x.at, x.seat });
                });

            migrationBuilder.CreateIndex(
                name: "IX_booking_waits_booking",
                table: "booking_waits",
                column: "booking",
                unique: true,
                filter: "booking IS NOT NULL AND (state = 'Waiting' OR state = 'Offered')");

            migrationBuilder.CreateIndex(
                name: "IX_booking_waits_site_place_listed_at",
                table: "booking_waits",
                columns: new[] { "site", "place", "listed_at" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_at",
                table: "bookings",
                column: "at",
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_day_at",
                table: "bookings",
                columns: new[] { "day", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_bookings_number",
                table: "bookings",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bookings_phone",
                table: "bookings",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "IX_bookings_remind_at",
                table: "bookings",
                column: "remind_at",
                filter: "remind_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_taken_slots_holder",
                table: "taken_slots",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "IX_taken_slots_kept_until",
                table: "taken_slots",
                column: "kept_until",
                filter: "kept_until IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "booking_waits");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "taken_slots");
        }
    }
}
