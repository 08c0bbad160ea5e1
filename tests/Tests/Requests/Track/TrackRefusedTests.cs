using System.Net;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Track;

/// <summary>Nothing found: what was typed is still there, as the page says, and either of the two fields may be the wrong one.</summary>
[Trait("store", "both")]
public sealed class TrackRefusedTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("00000000")]
    [InlineData("000")]
    public async Task Both_fields_keep_what_was_typed_and_are_marked(string proof)
    {
        var visitor = await office.Visit().GoAsync("/track");
        await visitor.Fill("受理號碼", "CY108-99999-A").Fill("電話末三碼", proof).PressAsync("查進度");
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        (visitor.Typed("Number"), visitor.Typed("Proof")).ShouldBe(("CY108-99999-A", proof));
        visitor.FieldError("Number").ShouldContain("查不到。");
        visitor.FieldError("Proof").ShouldContain("也可能是這一格不對");
    }
}
