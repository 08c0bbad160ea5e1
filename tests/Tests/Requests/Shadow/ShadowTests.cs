using System.IO.Compression;
using System.Net;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Requests;
using GridDesk.Requests.Shadow;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Shadow;

/// <summary>A head uploads last year's register and sees what was really late.</summary>
[Trait("store", "both")]
public sealed class ShadowTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Rows = Registers.Heads + """
        A1,林美玉,0912-345-678,過戶,服務課,108/06/13,09:10,,,108/06/14,1080614,辦結
        A2,林美玉,0912-345-678,過戶,服務課,108/06/13,14:00,,,2019-06-17,108/06/17,辦結
        A3,"張, 大明
        （公司）",,過戶,線路課,108/02/22,10:00,,,108/02/25,108/02/25,辦結
        A4,王,,搬家,服務課,108/06/13,09:00,,,,108/06/14,辦結
        A5,王,,過戶,服務課,108/13/40,09:00,,,,108/06/14,辦結
        A1,王,,過戶,服務課,108/06/13,09:00,,,,108/06/14,辦結
        A6,"王,,過戶,服務課,108/06/13,09:00,,,,108/06/14,辦結
        A7,王,過戶
        ,王,,過戶,服務課,,09:00,,,,108/06/14,沒聽過
        A8,王,,過戶,服務課,106/06/13,09:00,,,,106/06/14,辦結
        A9,王,,過戶,服務課,108/06/14,09:00,,,,108/06/13,辦結
        B1,王,,過戶,服務課,108/06/03,09:00,,,,,未結
        B2,王,,過戶,服務課,108/06/03,09:00,108/06/03,108/06/17,108/06/04,108/06/17,辦結
        B3,王,,過戶,服務課,108/06/03,09:00,,,,108/06/18,作廢
        """;

    [Fact]
    public async Task Good_rows_are_judged_and_every_broken_one_is_listed_with_its_line_and_reason()
    {
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(Rows));
        head.Status.ShouldBe(HttpStatusCode.OK, string.Join('\n', head.Errors));
        head.Text.ShouldContain("0 of 14 rows");
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        await head.GoAsync($"/en/desk/shadow/{id}");

        var broken = await office.WithAsync<OfficeDb, List<ShadowBrokenRow>>(db => db.ShadowBrokenRows.Where(b => b.Import == id).OrderBy(b => b.Line).ToListAsync());
        broken.Select(b => b.Line).ShouldBe([6, 7, 8, 9, 10, 11, 12, 13]);
        (int Line, string[] Reasons)[] expected =
        [
            (6, ["Which service “搬家” is"]), (7, ["收件日期+收件時間: There is no such day"]), (8, ["“A1” is given twice, first on line 2"]), (9, ["A quote is not closed"]),
            (10, ["3 cells, but the header has 12"]), (11, ["no number", "outcome “沒聽過”"]), (12, ["does not know 2017"]), (13, ["closed before it was received"]),
        ];
        foreach (var (line, reasons) in expected)
        {
            reasons.ShouldAllBe(reason => broken.Single(b => b.Line == line).En.Contains(reason), broken.Single(b => b.Line == line).En);
            head.Text.ShouldContain(reasons[0]);
        }

        var cases = await office.WithAsync<OfficeDb, Dictionary<string, ShadowCase>>(db => db.ShadowCases.Where(c => c.Import == id).ToDictionaryAsync(c => c.Number));
        cases.Count.ShouldBe(6);
        Of("A1").ShouldBe((Verdict.InTime, 0, null, false));
        Of("A2").ShouldBe((Verdict.Late, 1, Cause.AfterNoon, false));
        Of("A3").ShouldBe((Verdict.Late, 1, Cause.MakeUpDay, false));
        Of("B1").ShouldBe((Verdict.NeverAnswered, 9, Cause.NeverAnswered, null));
        Of("B2").ShouldBe((Verdict.InTime, 0, null, true));
        cases["B2"].Difference.ShouldBe(Cause.Customer);
        cases["B3"].Verdict.ShouldBe(Verdict.Void);
        cases["A3"].Line.ShouldBe(4);
        cases["A3"].Department.ShouldBe("線路課");
        cases["A1"].Department.ShouldBe("service-centre");

        head.Text.ShouldContain("3 of 5 cases");
        head.Text.ShouldContain("A make-up working day was not counted");
        head.Text.ShouldContain("Called late but in time, 1: Waiting for the customer was counted");
        var csv = await head.Http.GetStringAsync($"/en/desk/shadow/{id}/broken.csv");
        csv.Trim().Split('\n').Length.ShouldBe(9);
        (await head.Http.GetStringAsync($"/en/desk/shadow/{id}/cases.csv")).Trim().Split('\n').Length.ShouldBe(4, "the late ones");
        (await head.Http.GetStringAsync($"/en/desk/shadow/{id}/cases.csv?show=all")).ShouldContain("\"B2\"");
        (await head.Http.GetStringAsync($"/en/desk/shadow/{id}/cases.csv?cause=MakeUpDay")).Trim().Split('\n').Length.ShouldBe(2);
        (await head.Http.GetAsync($"/en/desk/shadow/{id}/cases.ods")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (Verdict, int, Cause?, bool?) Of(string number) => (cases[number].Verdict, cases[number].LateBy, cases[number].Cause, cases[number].OldLate);
    }

    [Fact]
    public async Task Nothing_about_a_customer_is_stored_and_no_case_of_the_office_comes_of_it()
    {
        var requests = await office.WithAsync<OfficeDb, int>(db => db.Requests.CountAsync());
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(Rows));
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        var file = await office.WithAsync<OfficeDb, string>(db => db.ShadowImports.Where(i => i.Id == id).Select(i => i.File).SingleAsync());
        var kept = await office.WithAsync<FileStore, byte[]>(files => files.ReadAsync(file));
        var text = await new StreamReader(new GZipStream(new MemoryStream(kept), CompressionMode.Decompress)).ReadToEndAsync();
        text.ShouldContain("A1");
        foreach (var person in (string[])["林美玉", "0912", "張", "大明", "公司"])
        {
            text.ShouldNotContain(person);
            head.Text.ShouldNotContain(person);
        }

        (await office.WithAsync<OfficeDb, int>(db => db.Requests.CountAsync())).ShouldBe(requests);
    }

    [Fact]
    public async Task What_was_read_can_be_removed_again()
    {
        var head = await office.UploadAsync(Registers.Write(30));
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        await head.GoAsync($"/en/desk/shadow/{id}");
        await head.PressAsync("Remove this register");
        head.Text.ShouldContain("are removed");
        (await office.WithAsync<OfficeDb, int>(db => db.ShadowCases.CountAsync(c => c.Import == id))).ShouldBe(0);
        await head.GoAsync($"/en/desk/shadow/{id}");
        head.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_heads_supervisors_and_administrators_see_it()
    {
        foreach (var user in (string[])["clerk", "handler", "callcentre", "volunteer", "editor"])
        {
            var visitor = await office.SignInAsync(user);
            await visitor.GoAsync("/en/desk/shadow");
            visitor.Status.ShouldBe(HttpStatusCode.Forbidden, user);
            (await visitor.Http.GetAsync($"/en/desk/shadow/{Guid.NewGuid()}/cases.csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, user);
        }

        (await office.UploadAsync(Registers.Write(5), user: "admin")).Text.ShouldContain("0 of 5 rows");
    }
}
