using System.Reflection;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Module = GridDesk.Kernel.Module;

namespace GridDesk.Tests.House;

/// <summary>What the compiler cannot hold.</summary>
public sealed partial class HouseRuleTests
{
    private static readonly string[] Layers = ["Kernel", "Ui", "Staff", "Services", "Customers", "Bills", "Requests", "Hall", "Notices", "Plan"];
    private static readonly Assembly[] Assemblies = [.. Layers.Select(name => Assembly.Load($"GridDesk.{name}"))];
    private static readonly string Source = Path.Combine(TestOffice.Root, "src");

    [Fact]
    public void A_module_leans_only_on_lower_ones()
    {
        foreach (var assembly in Assemblies)
        {
            var level = Array.IndexOf(Layers, assembly.GetName().Name!["GridDesk.".Length..]);
            var used = assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("GridDesk.", StringComparison.Ordinal)).Select(n => Array.IndexOf(Layers, n["GridDesk.".Length..]));
            used.ShouldAllBe(other => other >= 0 && other < level, assembly.GetName().Name!);
        }
    }

    /// <summary>Events and what they and the API carry are public; so are a module's front door and what it names here.</summary>
    [Fact]
    public void A_module_shows_its_events_its_ids_and_its_front_door_and_nothing_else()
    {
        string[] doors =
        [
            "Staff.AccessLog", "Staff.AlsoNeedsAttribute", "Staff.CurrentStaff", "Staff.Duty", "Staff.EndpointRights", "Staff.FirstAdministrator", "Staff.LookedAt", "Staff.NeedsAttribute", "Staff.OfficePlace", "Staff.OfficePlaces",
            "Staff.PublicAttribute", "Staff.RightsTable", "Staff.RoleWords", "Staff.StaffDemo", "Staff.StaffDirectory", "Staff.Colleague", "Staff.ShiftDesk", "Staff.Posting", "Staff.PostedShift", "Staff.PostedPerson",
            "Services.IServiceExperience", "Services.IServiceLinks", "Services.Facts", "Services.Fee", "Services.LimitCase", "Services.OpenHours", "Services.ServiceCatalogue", "Services.ServiceDefinition", "Services.ServiceLimit", "Services.ServiceLimits", "Services.ServiceStep",
            "Customers.Contact", "Customers.ContactAddress", "Customers.ContactDirectory", "Customers.ContactPurpose", "Customers.CustomerDirectory", "Customers.IContactHistory", "Customers.KnownCustomer", "Customers.Masked", "Customers.Premises",
            "Bills.BillDesk", "Bills.BillDirectory", "Bills.KnownBill", "Bills.HeldBills",
            "Requests.CalendarQuestion", "Requests.CalendarPreview", "Requests.CalendarMove",
            "Requests.CasePanelLink", "Requests.CasePanelRow", "Requests.ICasePanel", "Requests.IIntakeOrigin", "Requests.IntakeBeginning", "Requests.NoonDuty", "Requests.IWorkNote", "Requests.WorkNote", "Requests.NoonDuties", "Requests.QrSvg", "Requests.SeenRequest", "Requests.SeenRequests", "Requests.RequestDirectory", "Requests.RequestFacts", "Requests.ShortStanding", "Requests.WhatStands", "Requests.Agent", "Requests.CaseNumber", "Requests.Channels", "Requests.MissingItem",
            "Hall.BookingDirectory", "Hall.BookingFacts",
            "Plan.PlanImport", "Plan.PlanSeed",
        ];
        var open = Assemblies.Skip(2).SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsNested
            && !t.IsAssignableTo(typeof(IEvent)) && !t.IsAssignableTo(typeof(Module)) && !t.IsEnum
            && !t.Name.EndsWith("Answer", StringComparison.Ordinal) && !t.Name.EndsWith("Body", StringComparison.Ordinal) && !t.Name.EndsWith("Entry", StringComparison.Ordinal) && !t.Name.EndsWith("Sheet", StringComparison.Ordinal)
            && !t.FullName!.Contains(".Fields.", StringComparison.Ordinal) && !t.FullName.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal));
        open.Select(t => $"{t.Assembly.GetName().Name!["GridDesk.".Length..]}.{t.Name}").Except(doors).ShouldBeEmpty("make them internal, or name them here");
    }

    [Fact]
    public void Every_page_says_who_may_open_it_and_is_internal_and_sealed()
    {
        var pages = Assemblies.Skip(2).SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract).ToList();
        pages.Count.ShouldBeGreaterThan(12);
        pages.Where(t => t.GetCustomAttribute<NeedsAttribute>() is null && t.GetCustomAttribute<PublicAttribute>() is null).ShouldBeEmpty();
        pages.Where(t => t.IsPublic || !t.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_meant_to_be_inherited_is_sealed() =>
        Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && !IsGenerated(t)
            && !Assemblies.SelectMany(a => a.GetTypes()).Any(other => other.BaseType == t)).ShouldBeEmpty();

    [Fact]
    public void Nobody_but_the_door_reads_the_clock()
    {
        var guilty = Sources().Where(f => !f.Path.StartsWith("Web/", StringComparison.Ordinal) && !f.Path.StartsWith("Kernel/Time/", StringComparison.Ordinal))
            .Where(f => ClockReading().IsMatch(f.Text)).Select(f => f.Path);
        guilty.ShouldBeEmpty("time is an argument, or comes from IClock at the door");
    }

    [Fact]
    public void No_file_is_longer_than_a_person_reads_at_once() =>
        Sources("src", "tests", "benchmarks").Where(f => !f.Path.StartsWith("Migrations", StringComparison.Ordinal) && f.Text.TrimEnd().Split('\n').Length > 200).Select(f => f.Path).ShouldBeEmpty("divide it by verb");

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Assemblies.SelectMany(a => a.GetTypes()).Where(t => !IsGenerated(t) && EmptyWord().IsMatch(t.Name)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void A_folder_is_named_with_words_and_its_namespace_with_the_same() =>
        Sources().Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && !f.Path.StartsWith("Migrations", StringComparison.Ordinal) && f.Path != "Web/Program.cs")
            .Where(f => !f.Text.Contains($"namespace GridDesk.{Path.GetDirectoryName(f.Path)!.Replace('/', '.')};", StringComparison.Ordinal)).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void The_model_and_the_migrations_agree_on_both_stores()
    {
        foreach (var store in (string[])["sqlite", "postgres"])
        {
            using var db = new OfficeDbDesign().CreateDbContext([store]);
            db.Database.HasPendingModelChanges().ShouldBeFalse($"{store}: run ./migrations NAME");
            db.Database.GetMigrations().ShouldNotBeEmpty();
        }

        Names("Sqlite").ShouldBe(Names("Postgres"), "every migration exists for both stores");

        static IEnumerable<string> Names(string store) => Directory.GetFiles(Path.Combine(Source, $"Migrations.{store}", "Migrations"), "*.Designer.cs")
            .Select(f => Path.GetFileName(f).Split('_')[1]).Order();
    }

    private static IEnumerable<(string Path, string Text)> Sources() => Sources("src");

    private static IEnumerable<(string Path, string Text)> Sources(params IEnumerable<string> folders) => folders.Select(folder => Path.Combine(TestOffice.Root, folder))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), file)))
        .Where(f => f.file.EndsWith(".cs", StringComparison.Ordinal) || f.file.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(f => !f.Item1.Split('/').Any(part => part is "obj" or "bin"))
        .Select(f => (f.Item1, File.ReadAllText(f.file)));

    private static bool IsGenerated(Type type) => type.Name.Contains('<') || type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || type.GetCustomAttributes().Any(a => a.GetType().Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|SystemClock\.Instance")]
    private static partial Regex ClockReading();

    [GeneratedRegex("(Manager|Helper|Dto|Impl|Util|Utils|Base)$")]
    private static partial Regex EmptyWord();
}
