using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Staff.Access;
using GridDesk.Staff.Account;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.Deputies;
using GridDesk.Staff.Links;
using GridDesk.Staff.People;
using GridDesk.Staff.Shifts;
using GridDesk.Staff.SignIn;
using GridDesk.Staff.Tokens;
using GridDesk.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridDesk.Staff;

/// <summary>The people who work here: who they are, what they may do, how they come in, who stands in for whom.</summary>
public sealed class StaffModule : Module
{
    public override IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [PackSection.Each<DemoPosts>("demo/staff.yaml").Check(DemoPosts.Check)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSignIn();
        services.TryAddSingleton(new OfficePlaces([], [], []));
        services.AddScoped<CurrentStaff>();
        services.AddScoped<StaffDirectory>();
        services.AddScoped<StaffDemo>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<AccessLog>();
        services.AddScoped<Door>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Newcomers>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<TokenDesk>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<DeputyDesk>();
        services.AddScoped<ShiftDesk>();
        services.AddScoped<CertificateDesk>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMyself();
        endpoints.MapAccessCsv();
    }

    public override async Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel)
    {
        var people = services.GetRequiredService<StaffDemo>();
        var places = services.GetRequiredService<OfficePlaces>();
        var posts = DemoPosts.Of(services.GetRequiredService<PackInForce>().Pack, places);
        var site = places.Sites.Count > 0 ? places.Sites[0].Code : null;
        var cast = await people.CreateAsync(demo.Password, posts.DepartmentOf, site, cancel);
        if (demo.Customers > 0 && site is not null)
        {
            await people.TrainForNoonAsync(cast[Role.Volunteer], site, services.GetRequiredService<PackInForce>().Calendar, cancel);
        }

        await people.CreateManyAsync(24, posts.Colleagues, site, demo.Seed, cancel);
    }

    /// <summary>
    /// For <see cref="Chrome.Me"/>: the person at the top of every page of the desk. Set by the program, which alone fills the chrome.
    /// </summary>
    public static Me? Me(HttpContext http)
    {
        var staff = http.RequestServices.GetRequiredService<CurrentStaff>();
        return staff.IsSignedIn ? new Me(staff.Name, http.RequestServices.GetRequiredService<OfficePlaces>().Department(staff.Department), "/desk/account") : null;
    }

    /// <summary>The module's sections of the desk, each for those who have its right.</summary>
    public static IReadOnlyList<NavItem> Sections { get; } =
    [
        new(new("人員", "Staff"), "/desk/staff", Area.Desk, 80, nameof(Right.ManageStaff)),
        new(new("查閱紀錄", "Access log"), "/desk/admin/access", Area.Desk, 90, nameof(Right.SeeAccessLog)),
    ];
}
