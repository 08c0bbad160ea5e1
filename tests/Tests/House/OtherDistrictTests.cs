using System.Text.RegularExpressions;
using GridDesk.Customers;
using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GridDesk.Tests.House;

/// <summary>Nothing about the first office is in code: a pack with other departments and sites fills and runs as well.</summary>
public sealed class OtherDistrictTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_districts_pack_fills_its_demo(bool saysWhere)
    {
        using var pack = PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
        foreach (var file in Directory.GetFiles(pack.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, Regex.Replace(text, @"(?<!kind: )\bservice-centre\b", "front-office").Replace("code: centre", "code: main-hall").Replace("site: centre", "site: main-hall").Replace("嘉義縣", "雲林縣").Replace("嘉義市", "雲林縣"));
        }

        if (!saysWhere)
        {
            Directory.Delete(Path.Combine(pack.Folder, "demo"), recursive: true);
        }

        var options = TestDatabase.OptionsOf($"district_{Guid.NewGuid():N}") with { Pack = pack.Folder };
        await using var app = TestOffice.Build(options, TestOffice.Opening());
        await OfficeStart.OpenAsync(app.Services, options);
        foreach (var module in OfficeProgram.Modules)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await module.AddDemoAsync(scope.ServiceProvider, new(TestOffice.Password, Customers: 20, new LocalDate(2019, 6, 10)), default);
        }

        await using var look = app.Services.CreateAsyncScope();
        var db = look.ServiceProvider.GetRequiredService<OfficeDb>();
        (await look.ServiceProvider.GetRequiredService<StaffDirectory>().MembersAsync("front-office")).ShouldNotBeEmpty();
        (await db.Set<ServiceRequest>().CountAsync()).ShouldBeGreaterThan(0);
        (await db.Set<ServiceRequest>().CountAsync(r => r.Site == "main-hall")).ShouldBeGreaterThan(0);
        (await db.Set<ServiceRequest>().CountAsync(r => r.Site == "centre")).ShouldBe(0);
        (await db.Set<Ticket>().Select(t => t.Site).Distinct().ToListAsync()).ShouldBe(["main-hall"]);
        (await look.ServiceProvider.GetRequiredService<CustomerDirectory>().FirstAsync(100)).Select(c => c.Address)
            .ShouldAllBe(address => address.StartsWith(saysWhere ? "雲林縣" : "臺北市"));
        await db.Database.EnsureDeletedAsync();
    }
}
