using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GridDesk.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SelfAssessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "self_assessment_answers",
                columns: table => new
                {
                    roc_year = table.Column<int>(type: "integer", nullable: false),
                    half = table.Column<int>(type: "integer", nullable: false),
                    department = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    measure = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    zh = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    en = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: true),
                    score = table.Column<int>(type: "integer", nullable: true),
                    criteria = table.Column<string>(type: "text", nullable: false),
                    photos = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_assessment_answers", x => new { x.roc_year, x.half, x.department, x.measure });
                });

            migrationBuilder.CreateTable(
                name: "self_assessments",
                columns: table => new
                {
                    roc_year = table.Column<int>(type: "integer", nullable: false),
                    half = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    frozen_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reported_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reported_to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reported_file = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    posted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    posted_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    posted_on = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_assessments", x => new { x.roc_year, x.half });
                });

            migrationBuilder.CreateTable(
                name: "self_assessment_parts",
                columns: table => new
                {
                    roc_year = table.Column<int>(type: "integer", nullable: false),
                    half = table.Column<int>(type: "integer", nullable: false),
                    department = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    promise = table.Column<Guid>(type: "uuid", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_assessment_parts", x => new { x.roc_year, x.half, x.department });
                    table.ForeignKey(
                        name: "FK_self_assessment_parts_self_assessments_roc_year_half",
                        columns: x => new { x.roc_year, x.half },
                        principalTable: "self_assessments",
                        principalColumns: new[] { "roc_year", "half" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "self_assessment_answers");

            migrationBuilder.DropTable(
                name: "self_assessment_parts");

            migrationBuilder.DropTable(
                name: "self_assessments");
        }
    }
}
