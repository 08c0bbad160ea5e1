using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests;
using GridDesk.Requests.Noon;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Indicators;

/// <summary>What the whole office did is what its departments did, and what was nobody's work.</summary>
[Trait("store", "both")]
public sealed class DepartmentFigureTests
{
    private static readonly Interval Half = new HalfYear(108, 1).In(DateTimeZoneProviders.Tzdb["Asia/Taipei"]);

    [Fact]
    public async Task Each_department_has_what_was_its_work_when_it_was_done_and_the_parts_make_the_whole()
    {
        await using var office = await TestOffice.OpenAsync();
        var (kept, moved) = (await office.FileAsync(OfficeCases.Transfer("甲")), await office.FileAsync(OfficeCases.Transfer("乙")));
        await office.DoAsync(desk => desk.SlipPrintedAsync(moved.Change()));
        office.Clock.AdvanceMinutes(1);
        moved = await office.DoAsync(desk => desk.AssignAsync(moved.Change() with { Version = null }, null, "billing"));
        office.Clock.AdvanceMinutes(1);
        await office.DoAsync(desk => desk.SlipPrintedAsync(moved.Change() with { Version = null }));
        await office.WithAsync<RequestDesk>(desk => desk.LogScanAsync(moved));
        await office.DoAsync(desk => desk.CloseAsync(moved.Change() with { Version = null }, Outcome.Done, null));
        office.Clock.AdvanceDays(6);
        await office.DoAsync(desk => desk.CloseAsync(kept.Change() with { Version = null }, Outcome.Done, null));

        var first = moved.Department is "billing" ? "service-centre" : moved.Department;
        var figures = await ReadAsync(office);
        Values("requests.accepted").ShouldBe([("service-centre", 2)]);
        Values("requests.slips-with-qr").ShouldBe([("billing", 1), ("service-centre", 1)], "each as the case stood when it was printed");
        Values("requests.slip-scans").ShouldBe([("billing", 1)], "a customer scans, the case was theirs");
        Values("requests.closed").ShouldBe([("billing", 1), ("service-centre", 1)]);
        Values("requests.overdue").ShouldBe([("billing", 0), ("service-centre", 1)], "none late among those closed is zero, not nothing");
        first.ShouldBe("service-centre");
        foreach (var (code, divided) in figures.Where(f => f.Value.IsDivisible))
        {
            divided.Of.Values.Append(divided.Nobodys).Sum(part => part?.Rows.Count ?? 0).ShouldBe(divided.Whole.Rows.Count, code);
            divided.Of.Keys.ShouldBe(divided.Of.Keys.Order(StringComparer.Ordinal), code);
        }

        figures.Where(f => !f.Value.IsDivisible && f.Value.Whole.Value is not null).Select(f => f.Key.Split('.')[0]).Distinct().ShouldBe(["services"]);

        (string, decimal?)[] Values(string code) => [.. figures[code].Of.Select(of => (of.Key, of.Value.Value))];
    }

    [Fact]
    public async Task Work_that_has_no_case_is_of_the_department_of_whoever_did_it_and_what_customers_do_is_nobodys()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = GridDesk.Kernel.Events.Actor.Staff($"{await Requests.DeskWork.IdOfAsync(office, "clerk")}");
        await office.WithAsync<NoonDesk>(desk => desk.CountTurnedAwayAsync("centre", 3, clerk));
        await office.WithAsync<NoonDesk>(desk => desk.CountTurnedAwayAsync("centre", 4, GridDesk.Kernel.Events.Actor.Office));
        var whole = (await ReadAsync(office))["noon.turned-away"];
        (whole.Whole.Value, whole.Of.Count, whole.Nobodys?.Value).ShouldBe((4, 0, 4));

        await office.WithAsync<NoonDesk>(desk => desk.CountTurnedAwayAsync("centre", 5, clerk));
        var theirs = (await ReadAsync(office))["noon.turned-away"];
        theirs.Of.Single().Key.ShouldBe(await office.WithAsync<OfficeDb, string>(db => db.Set<GridDesk.Staff.StaffMember>().Where(m => m.Login.UserName == "clerk").Select(m => m.Department).SingleAsync()));
        (theirs.Of.Values.Single().Value, theirs.Nobodys).ShouldBe((5, null));
    }

    [Fact]
    public async Task What_was_frozen_stays_divided_as_it_was_and_a_case_begun_in_an_earlier_half_year_is_known()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(OfficeCases.Transfer("甲"));
        await office.DoAsync(desk => desk.AssignAsync(request.Change(), null, "billing"));
        office.Clock.Reset(Instant.FromUtc(2019, 7, 10, 2, 0));
        await office.DoAsync(desk => desk.SlipPrintedAsync(request.Change() with { Version = null }));
        var frozenAt = office.Clock.GetCurrentInstant();
        var second = new HalfYear(108, 2).In(DateTimeZoneProviders.Tzdb["Asia/Taipei"]);
        (await ReadAsync(office, second))["requests.slips-with-qr"].Of.Keys.ShouldBe(["billing"]);

        office.Clock.AdvanceHours(1);
        await office.DoAsync(desk => desk.AssignAsync(request.Change() with { Version = null }, null, "service-centre"));
        await office.DoAsync(desk => desk.SlipPrintedAsync(request.Change() with { Version = null }));
        (await ReadAsync(office, second))["requests.slips-with-qr"].Of.Keys.ShouldBe(["billing", "service-centre"]);
        (await ReadAsync(office, second, frozenAt))["requests.slips-with-qr"].Of.Keys.ShouldBe(["billing"]);
    }

    [Fact]
    public async Task A_department_that_was_renamed_keeps_its_history_under_its_successor()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.FileAsync(OfficeCases.Transfer("甲"));
        using var copy = Pack.PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
        copy.Edit("departments.yaml", text => text.Replace(
            "    name: { zh: 服務中心, en: Service Centre }\n    phone: null\n    reports: true\n    validFrom: 2019-01-01",
            "    name: { zh: 服務中心, en: Service Centre }\n    phone: null\n    reports: true\n    validFrom: 2019-01-01\n    until: 2019-06-25\n    becomes: [business]", StringComparison.Ordinal));
        office.Clock.AdvanceMinutes(1);
        office.App.Services.GetRequiredService<PackInForce>().Follow(await office.WithAsync<PackLoader, LoadedPack>(loader => loader.LoadAsync(copy.Folder, office.Clock.GetCurrentInstant())));
        (await ReadAsync(office))["requests.accepted"].Of.Keys.ShouldBe(["business"], "as the half-year ends");
        var until = new Interval(Half.Start, Instant.FromUtc(2019, 6, 25, 16, 0));
        (await ReadAsync(office, until))["requests.accepted"].Of.Keys.ShouldBe(["service-centre"], "it was still there on the last day");
    }

    private static Task<IReadOnlyDictionary<string, DividedFigure>> ReadAsync(TestOffice office, Interval? period = null, Instant? knownAt = null) =>
        office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, DividedFigure>>(catalogue =>
            catalogue.ReadByDepartmentAsync([.. catalogue.All.Select(i => i.Code)], period ?? Half, knownAt ?? office.Clock.GetCurrentInstant()));
}
