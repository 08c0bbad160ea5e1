using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Services.Find;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;

namespace GridDesk.Tests.Services;

public sealed class ServiceSearchTests
{
    private static readonly IReadOnlyList<ServiceDefinition> All = PackLoader.Check(Path.Combine(TestOffice.Root, "packs", "chiayi"), OfficeProgram.Modules).All<ServiceDefinition>();
    private static readonly ServiceSearch Search = new(All);

    [Fact]
    public void Any_one_or_two_characters_of_its_name_find_a_service()
    {
        var any = from service in Gen.Elements<ServiceDefinition>([.. All])
                  from at in Gen.Choose(0, service.Name.Zh.Length - 1)
                  from length in Gen.Choose(1, 2)
                  select (service, Typed: service.Name.Zh.Substring(at, Math.Min(length, service.Name.Zh.Length - at)));
        Prop.ForAll(any.Where(a => a.Typed.All(char.IsLetterOrDigit)).ToArbitrary(), a =>
        {
            var found = Search.Find(a.Typed, All);
            found.IsExact.ShouldBeTrue();
            found.Services.ShouldContain(a.service);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_typed_is_answered() =>
        Prop.ForAll<string>(typed => Search.Find(typed, All).Services.Count.ShouldBeLessThanOrEqualTo(All.Count)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_named_like_it_stands_first() => Search.Find("過戶", All).Services[0].Code.ShouldBe("XFER");
}
