using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_promises_department_due_at",
                table: "promises");

            migrationBuilder.DropIndex(
                name: "IX_promises_owner_due_at",
                table: "promises");

            migrationBuilder.AddColumn<string>(
                name: "taken_in_by",
                table: "promises",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.Sql("UPDATE promises SET taken_in_by = (SELECT r.taken_in_by FROM requests r WHERE r.promise_id = promises.id) WHERE kind = 'request'");

            migrationBuilder.CreateIndex(
                name: "IX_promises_department_due_at_id",
                table: "promises",
                columns: new[] { "department", "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_promises_due_at_id",
                table: "promises",
                columns: new[] { "due_at", "id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_promises_owner_due_at_id",
                table: "promises",
                columns: new[] { "owner", "due_at", "id" },
                filter: "closed_at IS NULL AND owner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_promises_taken_in_by_due_at_id",
                table: "promises",
                columns: new[] { "taken_in_by", "due_at", "id" },
                filter: "closed_at IS NULL AND taken_in_by IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_promises_department_due_at_id",
                table: "promises");

            migrationBuilder.DropIndex(
                name: "IX_promises_due_at_id",
                table: "promises");

            migrationBuilder.DropIndex(
                name: "IX_promises_owner_due_at_id",
                table: "promises");

            migrationBuilder.DropIndex(
                name: "IX_promises_taken_in_by_due_at_id",
                table: "promises");

            migrationBuilder.DropColumn(
                name: "taken_in_by",
                table: "promises");

            migrationBuilder.CreateIndex(
                name: "IX_promises_department_due_at",
                table: "promises",
                columns: new[] { "department", "due_at" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_promises_owner_due_at",
                table: "promises",
                columns: new[] { "owner", "due_at" },
                filter: "closed_at IS NULL");
        }
    }
}
