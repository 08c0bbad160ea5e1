using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SavedListsOfEveryList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_saved_lists_staff_name",
                table: "saved_lists");

            migrationBuilder.AddColumn<string>(
                name: "list",
                table: "saved_lists",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "promises");

            migrationBuilder.CreateIndex(
                name: "IX_saved_lists_staff_list_name",
                table: "saved_lists",
                columns: new[] { "staff", "list", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_saved_lists_staff_list_name",
                table: "saved_lists");

            migrationBuilder.DropColumn(
                name: "list",
                table: "saved_lists");

            migrationBuilder.CreateIndex(
                name: "IX_saved_lists_staff_name",
                table: "saved_lists",
                columns: new[] { "staff", "name" },
                unique: true);
        }
    }
}
