using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchWordsByThing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_words_kind_thing",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_thing_kind_word",
                table: "search_words",
                columns: new[] { "thing", "kind", "word" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_words_thing_kind_word",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_kind_thing",
                table: "search_words",
                columns: new[] { "kind", "thing" });
        }
    }
}
