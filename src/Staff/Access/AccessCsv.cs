using GridDesk.Kernel.Data;
using GridDesk.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Staff.Access;

internal static class AccessCsv
{
    public static void MapAccessCsv(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/desk/admin/access.csv", (Guid? who, string? whom, string? from, string? until, OfficeDb db, Chrome chrome, CancellationToken cancel) =>
        {
            var filter = new AccessFilter { Who = who, Whom = whom, From = Day(from), Until = Day(until) };
            return Results.Stream(body => WriteAsync(body, filter.Read(db, chrome.Zone), chrome.Zone, cancel), "text/csv; charset=utf-8", "access.csv");
        })
        .ExcludeFromDescription()
        .RequireRight(Right.SeeAccessLog);

    private static async Task WriteAsync(Stream body, IQueryable<AccessRow> rows, DateTimeZone zone, CancellationToken cancel)
    {
        // The byte-order mark is for Excel, which reads Chinese as gibberish without it.
        await using var csv = new StreamWriter(body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await csv.WriteAsync(Line(Say("時間", "Time"), Say("誰看的", "Who"), Say("看了誰", "Whom"), Say("頁面", "Page"), Say("為了什麼", "What for")));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            await csv.WriteAsync(Line(OffsetDateTimePattern.Rfc3339.Format(row.At.InZone(zone).ToOffsetDateTime()), row.Who, row.Whom, row.Page, row.Purpose));
        }
    }

    private static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A spreadsheet would run a cell that begins like a formula.
    private static string Cell(string text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" : "")}{text.Replace("\"", "\"\"")}\"";

    private static LocalDate? Day(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var day } ? day : null;
}
