using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Notices;
using GridDesk.Notices.Mass;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Mass;

/// <summary>An office whose customers agreed to news of power cuts.</summary>
internal static class Told
{
    public static string Mobile(int n) => $"0911-{n / 1000:000}-{n % 1000:000}";

    /// <summary>Some account agrees, with this address.</summary>
    public static Task AgreesAsync(this TestOffice office, int account, string address) => office.WithAsync<ContactDesk>(desk => desk.AddAsync(
        new(address.Contains('@') ? ContactKind.Email : ContactKind.Phone, address), Language.Chinese, [ContactPurpose.Of(ContactPurpose.SupplyNews)], BillSheets.Account(account), ContactWay.Counter, Actor.Staff("1")));

    /// <summary>Accounts 1 to <paramref name="count"/>, each with a mobile phone that agreed.</summary>
    public static Task AgreeAsync(this TestOffice office, int count) => office.WithAsync<IServiceProvider>(services => services.GetRequiredService<OfficeDb>().CommitAsync(async () =>
    {
        foreach (var n in Enumerable.Range(1, count))
        {
            await services.GetRequiredService<ContactDesk>().AddAsync(new(ContactKind.Phone, Mobile(n)), Language.Chinese, [ContactPurpose.Of(ContactPurpose.SupplyNews)], BillSheets.Account(n), ContactWay.Counter, Actor.Staff("1"));
        }
    }));

    public static MassForm Form(params IEnumerable<int> accounts) => new()
    {
        Name = "民族路換變壓器", Template = "power-cut-planned", Area = "東區民族路1號到99號", AreaEnglish = "Minzu Road 1 to 99", Cause = "更換變壓器", CauseEnglish = "a new transformer",
        Day = new(2019, 6, 20), From = "14:00", Until = "17:00", Numbers = string.Join('\n', accounts.Select(BillSheets.Account)),
    };

    public static Task<MassNotice> PlanAsync(this TestOffice office, MassForm form) => office.WithAsync<IServiceProvider, MassNotice>(services => services.GetRequiredService<MassDesk>().PlanAsync(
        MassWish.Read(form, services.GetRequiredService<MessageDesk>().TemplateOf(form.Template!), services.GetRequiredService<PackInForce>(), office.Clock.GetCurrentInstant()), Actor.Staff("1")));

    /// <summary>Planned, chosen and started.</summary>
    public static async Task<MassNotice> TellAsync(this TestOffice office, MassForm form)
    {
        var notice = await office.PlanAsync(form);
        await office.DeliverAsync();
        await office.WithAsync<MassDesk>(desk => desk.StartAsync(new(notice.Id, null, Actor.Staff("1"))));
        return await office.NoticeAsync(notice.Id);
    }

    public static Task<MassNotice> NoticeAsync(this TestOffice office, Guid id) => office.WithAsync<MassDesk, MassNotice>(desk => desk.GetAsync(id));

    public static Task<List<Message>> MessagesAsync(this TestOffice office) => office.WithAsync<OfficeDb, List<Message>>(db => db.Set<Message>().AsNoTracking().Where(m => m.Purpose == "supply-news").ToListAsync());

    public static Task<MassProgress> ProgressAsync(this TestOffice office, Guid id) => office.WithAsync<OfficeDb, MassProgress>(db => MassProgress.OfAsync(db, id, office.Clock.GetCurrentInstant(), default));
}
