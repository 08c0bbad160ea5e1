using System.Net;
using System.Text;
using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Requests.Shadow;
using GridDesk.Requests.Shadow.Read;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Shadow;

/// <summary>Registers and mappings in all the ways in which they arrive.</summary>
[Trait("store", "both")]
public sealed class ShadowFormTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_form_without_files_says_at_its_fields_what_is_missing()
    {
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/shadow");
        await head.PressAsync("Read it");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldBe(["Choose the file of the register.", "Choose the mapping file, or one of the ready-made kinds above."]);
    }

    [Theory]
    [InlineData("columns: { number: 受理號碼, service: 業務別, receive: 收件日期 }", "mapping.yaml:1:")]
    [InlineData(Registers.Mapping + "\nservices2: {}", "mapping.yaml:14:1")]
    [InlineData("columns:\n  number: a\n  service: b\n  received: c\nservices: { 過戶: XFRE }", "There is no service with the code 'XFRE'")]
    [InlineData("columns:\n  number: a\n  service: b\n  received: c\ndates: [\"qq\"]", "no notation of dates")]
    [InlineData("columns:\n  number: 號碼\n  service: 業務別\n  received: 收件日期", "The file has no such columns: 號碼. Its columns are: 受理號碼, 戶名")]
    [InlineData("\0", "mapping.yaml")]
    public async Task A_wrong_mapping_says_what_to_mend_and_where(string mapping, string says)
    {
        var head = await office.UploadAsync(Registers.Write(3), mapping);
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string.Join('\n', head.Errors).ShouldContain(says);
    }

    [Theory]
    [InlineData("")]
    [InlineData("受理號碼,戶名\r\n")]
    [InlineData("\"")]
    public async Task A_register_without_its_columns_is_refused(string register)
    {
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(register));
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_register_that_is_too_large_is_refused_at_its_field() =>
        (await Should.ThrowAsync<Refusal>(() => office.WithAsync<ShadowDesk>(desk => desk.ReadAsync("r.csv", new byte[ShadowDesk.MaxLength + 1], "m.yaml", [], GridDesk.Kernel.Events.Actor.Office))))
            .ShouldSatisfyAllConditions(refused => refused.Field.ShouldBe("register"), refused => refused.Reason.En.ShouldContain("100 MB"));

    [Fact]
    public async Task A_register_in_big5_is_read_as_one()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes(Encoding.UTF8.GetString(Registers.Write(40)).Replace('＊', 'X'));
        var head = await office.UploadAsync(bytes);
        await office.JudgeAsync();
        await head.GoAsync(head.Path);
        head.Text.ShouldContain("the file read as Big5");
        var import = await ImportAsync(Registers.IdOf(head));
        (import.Letters, import.Cases, import.Broken).ShouldBe((TextKind.Big5, 40, 0));
    }

    [Theory]
    [InlineData("rt", "id\tSubject\tStatus\tQueueName\tCreated\tResolved\tDue\tLastUpdated\n101\tOld \"meter\"\tresolved\tXFER\tThu Jun 13 09:12:34 2019\tMon Jun 17 10:00:00 2019\tNot set\tMon Jun 17 10:00:00 2019\n102\tno\tstalled\tXFER\tThu Jun 13 09:00:00 2019\tNot set\tFri Jun 14 17:00:00 2019\tThu Jun 13 11:00:00 2019\n")]
    [InlineData("osticket", "\"Ticket Number\",\"Date Created\",\"Subject\",\"From\",\"From Email\",\"Priority\",\"Department\",\"Help Topic\",\"Source\",\"Current Status\",\"Last Updated\",\"SLA Due Date\",\"Due Date\",\"Closed Date\"\n\"101\",\"2019-06-13 09:12:34\",\"x\",\"Lin\",\"lin@example.org\",\"Normal\",\"服務中心\",\"Change the account holder\",\"Web\",\"Closed\",\"2019-06-17 10:00:00\",\"2019-06-15 09:12:34\",\"\",\"2019-06-17 10:00:00\"\n\"102\",\"6/19/2019 4:30 PM\",\"x\",\"Lin\",\"\",\"\",\"\",\"XFER\",\"Web\",\"Open\",\"\",\"\",\"\",\"\"\n")]
    [InlineData("open311", """[{"service_request_id":101,"status":"closed","service_name":"過戶（變更用電戶名）","service_code":"001","agency_responsible":"服務中心","address":"嘉義市","requested_datetime":"2019-06-13T09:12:34+08:00","updated_datetime":"2019-06-17T02:00:00Z","expected_datetime":"2019-06-14T17:00:00+08:00"},{"service_request_id":"102","status":"open","service_name":"xfer","requested_datetime":"2019-06-19T09:00:00+08:00","updated_datetime":"2019-06-19T09:00:00+08:00","expected_datetime":null}]""")]
    public async Task The_exports_of_other_programs_are_read_as_they_are(string kind, string export)
    {
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(export), mapping: null, kind: kind, name: $"export-{kind}");
        head.Status.ShouldBe(HttpStatusCode.OK, string.Join('\n', head.Errors));
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        var import = await ImportAsync(id);
        var cases = await office.WithAsync<OfficeDb, List<ShadowCase>>(db => db.ShadowCases.Where(c => c.Import == id).OrderBy(c => c.Place).ToListAsync());
        (import.Cases, import.Broken).ShouldBe((2, 0), string.Join('\n', await office.WithAsync<OfficeDb, List<string>>(db => db.ShadowBrokenRows.Where(b => b.Import == id).Select(b => b.En).ToListAsync())));
        (cases[0].Number, cases[0].Service, cases[0].Verdict, cases[0].LateBy).ShouldBe(("101", "XFER", Verdict.Late, 1));
        cases[0].StartedAt.ShouldBe(Instant.FromUtc(2019, 6, 13, 1, 12, 34));
        cases[0].ClosedAt.ShouldBe(Instant.FromUtc(2019, 6, 17, 2, 0));
        cases[1].Verdict.ShouldBe(kind == "rt" ? Verdict.Waiting : Verdict.Open);
        (await head.Http.GetStringAsync($"/desk/shadow/mappings/{kind}")).ShouldContain("columns:");
    }

    [Fact]
    public async Task Behind_a_broken_piece_of_json_nothing_is_read_and_what_came_before_is_kept()
    {
        const string json = "{\"service_requests\": [\n{\"service_request_id\":\"1\",\"status\":\"open\",\"service_name\":\"XFER\",\"requested_datetime\":\"2019-06-13T09:00:00Z\"},\n7,\n{\"service_request_id\":\"2\",]}";
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(json), mapping: null, kind: "open311");
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        (await office.WithAsync<OfficeDb, List<int>>(db => db.ShadowBrokenRows.Where(b => b.Import == id).OrderBy(b => b.Line).Select(b => b.Line).ToListAsync())).ShouldBe([3, 4]);
        (await ImportAsync(id)).Cases.ShouldBe(1);
    }

    [Fact]
    public async Task Signs_that_no_database_stores_and_years_of_no_register_spoil_their_row_only()
    {
        const string json = """
            [{"service_request_id":"1\u0000","status":"open","service_name":"XFER","requested_datetime":"2019-06-13T09:00:00Z"},
             {"service_request_id":"2","status":"open","service_name":"XFER","requested_datetime":"2019-06-13T09:00:00Z","expected_datetime":"0000-01-01T00:00:00Z"},
             {"service_request_id":"3","status":"open","service_name":"XFER","requested_datetime":"2019-06-13T09:00:00Z","address":"\u0000"}]
            """;
        var head = await office.UploadAsync(Encoding.UTF8.GetBytes(json), mapping: null, kind: "open311");
        await office.JudgeAsync();
        var id = Registers.IdOf(head);
        (await office.WithAsync<OfficeDb, List<int>>(db => db.ShadowBrokenRows.Where(b => b.Import == id).OrderBy(b => b.Place).Select(b => b.Line).ToListAsync())).ShouldBe([1, 2]);
        (await ImportAsync(id)).Cases.ShouldBe(1);
    }

    [Theory]
    [InlineData("108/06/20 14:30", "2019-06-20T06:30:00Z", true)]
    [InlineData("1080620", "2019-06-19T16:00:00Z", false)]
    [InlineData("1080620 0930", null, false)]
    [InlineData("2019-06-20", "2019-06-19T16:00:00Z", false)]
    [InlineData("2019/6/20 下午 02:30:05", "2019-06-20T06:30:05Z", true)]
    [InlineData("108年6月20日 上午 12:05", "2019-06-19T16:05:00Z", true)]
    [InlineData("2019-06-20T10:00:00+09:00", "2019-06-20T01:00:00Z", true)]
    [InlineData("2019-06-20 10:00:00.0", "2019-06-20T02:00:00Z", true)]
    [InlineData("2019-06-20 25:00", null, false)]
    [InlineData("2019-02-30", null, false)]
    [InlineData("190620", null, false)]
    [InlineData("soon", null, false)]
    public void Days_and_times_are_read_as_registers_write_them(string text, string? instant, bool hasTime)
    {
        var reader = new TimeReader([], DateTimeZoneProviders.Tzdb["Asia/Taipei"]);
        if (instant is null)
        {
            Should.Throw<Refusal>(() => reader.Read(text));
        }
        else
        {
            reader.Read(text).ShouldBe(new WrittenTime(NodaTime.Text.InstantPattern.ExtendedIso.Parse(instant).Value, hasTime));
        }
    }

    private Task<ShadowImport> ImportAsync(Guid id) => office.WithAsync<ShadowDesk, ShadowImport>(desk => desk.GetAsync(id));
}
