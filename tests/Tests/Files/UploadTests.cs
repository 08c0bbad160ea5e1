using System.Net;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.Files;

[Trait("store", "both")]
public sealed class UploadTests(TestOffice office) : IClassFixture<TestOffice>
{
    private readonly ApiCaller _caller = new(office);

    [Fact]
    public async Task A_file_is_taken_and_its_type_is_told_from_its_content()
    {
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var taken = await ApiCaller.JsonOfAsync(await Expect(_caller.SendFileAsync(photo, name: "身分證.pdf"), HttpStatusCode.Created));
        taken["type"]!.GetValue<string>().ShouldBe("image/jpeg");
        taken["name"]!.GetValue<string>().ShouldBe("身分證.pdf");
        taken["length"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_one_byte_more_is_not()
    {
        await Expect(_caller.SendFileAsync(Large(FileTypes.MaxLength)), HttpStatusCode.Created);
        (await CodeOf(_caller.SendFileAsync(Large(FileTypes.MaxLength + 1)))).ShouldBe("upload.too-large");
    }

    [Fact]
    public async Task What_cannot_be_opened_is_refused()
    {
        (await CodeOf(_caller.SendFileAsync([]))).ShouldBe("upload.empty");
        (await CodeOf(_caller.SendFileAsync("MZ this is a program"u8.ToArray(), name: "photo.jpg"))).ShouldBe("upload.type");
        (await CodeOf(_caller.Http.PostAsync("/api/uploads", new StringContent("{}", Encoding.UTF8, "application/json")))).ShouldBe("upload.form");
        (await CodeOf(_caller.Http.PostAsync("/api/uploads", new MultipartFormDataContent { { new StringContent("text"), "file" } }))).ShouldBe("upload.missing");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\secret\\scan.pdf", "scan.pdf")]
    [InlineData("a\tb.pdf", "ab.pdf")]
    public async Task A_name_is_shown_and_never_a_path(string sent, string shown) => (await NameOf(sent)).ShouldBe(shown);

    [Fact]
    public async Task A_long_name_is_cut_between_characters()
    {
        var shown = await NameOf("x" + string.Concat(Enumerable.Repeat("😀", 150)));
        shown.Length.ShouldBeLessThanOrEqualTo(200);
        shown.ShouldNotContain("\uFFFD");
        shown.ShouldEndWith("😀");
    }

    [Fact]
    public async Task A_strange_document_id_is_no_reason_to_fail()
    {
        await Expect(_caller.SendFileAsync(ApiCaller.Pdf, query: "?document=%F0%9F%98%80"), HttpStatusCode.Created);
        await Expect(_caller.SendFileAsync(ApiCaller.Pdf, query: "?document=a%00"), HttpStatusCode.BadRequest);
        (await office.WithAsync<FileStore, Upload>(files => files.TakeAsync("x", ApiCaller.Pdf, "a\0b", office.Clock.GetCurrentInstant()))).Document.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        byte[] scan = [.. ApiCaller.Pdf, 77];
        var ids = new List<string> { await _caller.UploadAsync(scan), await _caller.UploadAsync(scan) };
        ids.ShouldBeUnique();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(scan));
        (await office.WithAsync<OfficeDb, int>(db => db.Set<StoredFile>().CountAsync(f => f.Hash == hash))).ShouldBe(1);
        (await office.WithAsync<FileStore, byte[]>(files => files.ReadAsync(hash))).ShouldBe(scan);
    }

    [Fact]
    public async Task A_file_that_nobody_claims_is_forgotten_after_a_day_and_a_claimed_one_is_kept()
    {
        var claimed = Guid.Parse(await _caller.UploadAsync());
        (await _caller.PostAsync(ApiCaller.Transfer("甲", "0912-345-678", $"{claimed}"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var left = Guid.Parse(await _caller.UploadAsync());
        await office.RunRecurringAsync();

        office.Clock.AdvanceHours(23);
        await office.RunRecurringAsync();
        (await KeptAsync(left)).ShouldBeTrue();

        office.Clock.AdvanceHours(2);
        await office.RunRecurringAsync();
        (await KeptAsync(left)).ShouldBeFalse();
        (await KeptAsync(claimed)).ShouldBeTrue();
        var late = await _caller.PostAsync(ApiCaller.Transfer("乙", "0912-345-678", $"{left}"));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static byte[] Large(int length)
    {
        var bytes = new byte[length];
        ApiCaller.Pdf.CopyTo(bytes, 0);
        return bytes;
    }

    private async Task<string> NameOf(string sent)
    {
        var upload = await office.WithAsync<FileStore, Upload>(files => files.TakeAsync(sent, ApiCaller.Pdf, null, office.Clock.GetCurrentInstant()));
        return await office.WithAsync<OfficeDb, string>(db => db.Set<Upload>().Where(u => u.Id == upload.Id).Select(u => u.Name).SingleAsync());
    }

    private Task<bool> KeptAsync(Guid id) => office.WithAsync<OfficeDb, bool>(db => db.Set<Upload>().AnyAsync(u => u.Id == id));

    private static async Task<HttpResponseMessage> Expect(Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        var answer = await sent;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private static async Task<string> CodeOf(Task<HttpResponseMessage> sent) =>
        (await ApiCaller.JsonOfAsync(await Expect(sent, HttpStatusCode.UnprocessableEntity)))["code"]!.GetValue<string>();
}
