using System.Text.Json;
using GridDesk.Notices.Templates;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Notices.Templates;

/// <summary>The server's count against the table that the script of the page is held against too (SmsCountTests of the browser tests).</summary>
public sealed class SmsTableTests
{
    public static TheoryData<string, int, int, bool, int, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, int, int, bool, int, int>();
            foreach (var row in JsonDocument.Parse(File.ReadAllText(Path.Combine(TestOffice.Root, "tests", "Tests", "Notices", "Templates", "sms-parts.json"))).RootElement.EnumerateArray())
            {
                rows.Add(row.GetProperty("sign").GetString()!, row.GetProperty("times").GetInt32(), row.GetProperty("count").GetInt32(), row.GetProperty("isGsm").GetBoolean(), row.GetProperty("left").GetInt32(), row.GetProperty("units").GetInt32());
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void The_server_counts_as_the_table_says(string sign, int times, int count, bool isGsm, int left, int units) =>
        SmsParts.Of(string.Concat(Enumerable.Repeat(sign, times))).ShouldBe(new SmsParts(count, isGsm, left, units));
}
