using System.Net;
using GridDesk.Customers;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Customers.Show;

[Trait("store", "both")]
public sealed class CustomerTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_customer_page_shows_every_contact_and_the_look_is_recorded()
    {
        var known = await office.KnowAsync();
        var request = await office.FileAsync(known.Name, known.Phone, known.Accounts[0].Number);
        await office.DoAsync(async desk =>
        {
            await desk.LogEnquiryAsync(request, EnquiryChannel.Phone, false, Actor.Office);
            return 0;
        });
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/customers/{known.Id}");

        clerk.Text.ShouldContain("陳玉蘭");
        clerk.Text.ShouldContain("嘉義市東區民族路28巷5號2樓");
        clerk.Text.ShouldContain("Asked how it stands");
        clerk.Text.ShouldContain($"E-bill: Accepted, number {request.Number}");
        (await office.LooksAsync("clerk", known.Key)).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_may_not_see_personal_data_does_not_see_a_customer()
    {
        var known = await office.KnowAsync("郭宏", "0977-111-222", "1905274000");
        foreach (var role in (string[])["auditor", "head", "greeter", "volunteer", "admin"])
        {
            (await (await office.SignInAsync(role)).GoAsync($"/desk/customers/{known.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden, role);
        }

        (await (await office.SignInAsync("clerk")).GoAsync($"/desk/customers/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class MaskedTests
{
    [Theory]
    [InlineData("陳玉蘭", "陳＊蘭"), InlineData("王明", "王＊"), InlineData("王", "＊"), InlineData("𡍼𤧞琦", "𡍼＊琦"), InlineData("永豐小吃店", "永＊＊＊店"), InlineData("John Smith", "J＊ S＊"), InlineData("嘉南冷凍工廠股份有限公司", "嘉＊＊＊司"), InlineData("A", "A＊")]
    public void A_name_can_be_recognised_and_not_known(string name, string masked) => Masked.Name(name).ShouldBe(masked);

    [Theory]
    [InlineData("0912-345-678", "09＊＊-＊＊＊-678"), InlineData("05-222-6711#12", "05-＊＊＊-＊711")]
    public void A_telephone_number_keeps_its_ends(string phone, string masked) => Masked.Phone(phone).ShouldBe(masked);

    [Theory]
    [InlineData("嘉義市東區民族路28巷5號2樓", "嘉義市東區民族路＊＊", "嘉義市東區"), InlineData("嘉義縣阿里山鄉中正村12號", "嘉義縣阿里山鄉＊＊", "嘉義縣阿里山鄉"), InlineData("somewhere", "＊＊", "")]
    public void An_address_loses_its_house(string address, string masked, string town) => (Masked.Address(address), Masked.Town(address)).ShouldBe((masked, town));
}
