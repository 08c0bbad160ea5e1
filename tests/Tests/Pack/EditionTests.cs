using System.Text;
using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public sealed class EditionTests
{
    private static readonly LocalDate Today = new(2019, 7, 5);

    [Fact]
    public void The_edition_is_the_same_whatever_the_line_ends_and_the_order_of_files()
    {
        PackFile[] unix = [SamplePack.File("a.yaml", "x: 1\ny: 2\n"), SamplePack.File("b.yaml", "z: 3\n")];
        PackFile[] windows = [SamplePack.File("b.yaml", "z: 3\r\n"), SamplePack.File("a.yaml", "\uFEFFx: 1\r\ny: 2\r\n")];

        Hash(windows).ShouldBe(Hash(unix));
    }

    [Fact]
    public void The_edition_is_what_sha256sum_says() =>
        Hash(SamplePack.File("a.yaml", "x: 1\n"), SamplePack.File("b/c.yaml", "z: 3\n"))
            .ShouldBe("6c42c418230977e877e91394790206ead0ffff130e5beaa2fe1c66c3a1d6c472");

    [Fact]
    public void The_edition_changes_with_a_name_a_content_or_a_byte_of_a_picture()
    {
        string[] hashes =
        [
            Hash(SamplePack.File("a.yaml", "x: 1\n")),
            Hash(SamplePack.File("b.yaml", "x: 1\n")),
            Hash(SamplePack.File("a.yaml", "x: 2\n")),
            Hash(new PackFile("a.yaml", Encoding.UTF8.GetBytes("\0\r\n"))),
            Hash(new PackFile("a.yaml", Encoding.UTF8.GetBytes("\0\n"))),
        ];

        hashes.ShouldBeUnique();
    }

    [Fact]
    public void A_definition_written_otherwise_has_the_same_hash()
    {
        var rewritten = """
            # The same, otherwise.
            channels:
              - counter
              - phoneCall
            code: "rename"
            workingDays: 5
            validFrom: '2019-01-01'
            name:
              en: Change of name
              zh: 過戶
            fee: 12.5
            online: true
            closesAt: "16:30"
            unit: { zh: kWh, en: kWh }
            department: service-centre
            steps:
              - { id: receive, title: { zh: 收件, en: Receive }, skippable: false }
              - { id: close, title: { zh: 結案, en: Close }, skippable: true }
            rates: { winter: 2.0, summer: 3.50 }
            questions:
              - { id: company, kind: text, label: { zh: 公司, en: Company }, when: { tenant: [true], holderKind: [company, office] } }
            """;

        HashOfService(rewritten).ShouldBe(HashOfService(SamplePack.Service));
    }

    [Theory]
    [InlineData("workingDays: 5", "workingDays: 6")]
    [InlineData("en: Receive", "en: Accept")]
    [InlineData("[counter, phone-call]", "[phone-call, counter]")]
    [InlineData("winter: 2", "winter: 2.01")]
    [InlineData("tenant: true", "tenant: false")]
    public void A_definition_that_means_something_else_has_another_hash(string text, string replacement) =>
        HashOfService(SamplePack.Service.Replace(text, replacement)).ShouldNotBe(HashOfService(SamplePack.Service));

    [Fact]
    public void The_kinds_of_an_abstract_record_differ_in_their_hash() =>
        ContentHash.Of(new InDays(5)).ShouldNotBe(ContentHash.Of(new InHours(5)));

    [Fact]
    public void What_is_put_together_without_a_name_is_told_apart_by_what_is_in_it() =>
        ContentHash.Of(new { Days = 5, Names = new[] { "a" } }).ShouldNotBe(ContentHash.Of(new { Days = 5, Names = new[] { "b" } }));

    private abstract record Limit(int Number);

    private sealed record InDays(int Number) : Limit(Number);

    private sealed record InHours(int Number) : Limit(Number);

    [Fact]
    public void A_definition_in_force_may_not_be_edited() =>
        Should.Throw<Refusal>(() => EditionChange.Check("old", "new", Today, Today)).Reason.En
            .ShouldBe("This version has been in force since 2019-07-05 and cannot be edited: keep it, add a version beside it and give it a new valid-from.");

    [Fact]
    public void A_definition_may_be_edited_until_it_is_in_force_be_new_or_stay_as_it_is()
    {
        Should.NotThrow(() => EditionChange.Check("old", "new", Today.PlusDays(1), Today));
        Should.NotThrow(() => EditionChange.Check(null, "new", Today, Today));
        Should.NotThrow(() => EditionChange.Check("same", "same", Today, Today));
    }

    [Fact]
    public void The_version_in_force_is_the_latest_already_valid()
    {
        var versions = SamplePack.Load(SamplePack.File("services/account/rename@2026-01-01.yaml", Version("2026-01-01"))).All<SampleService>();

        versions.InForce("rename", new(2018, 12, 31)).ShouldBeNull();
        versions.InForce("rename", new(2025, 12, 31))!.ValidFrom.ShouldBe(new LocalDate(2019, 1, 1));
        versions.InForce("rename", new(2026, 1, 1))!.ValidFrom.ShouldBe(new LocalDate(2026, 1, 1));
        versions.InForce(new LocalDate(2026, 1, 1)).ShouldHaveSingleItem().ValidFrom.ShouldBe(new LocalDate(2026, 1, 1));
    }

    [Fact]
    public void Two_versions_of_one_day_are_a_mistake() =>
        SamplePack.Mistakes(SamplePack.File("services/copy.yaml", Version("2019-01-01")))
            .ShouldBe(["services/copy.yaml:1:1: The version of 'rename' valid from 2019-01-01 is already at services/account/rename.yaml:1:1."]);

    [Fact]
    public void The_day_in_a_files_name_is_the_day_of_its_version() =>
        SamplePack.Mistakes(SamplePack.File("services/account/rename@2026-01-01.yaml", Version("2026-01-10")))
            .ShouldBe(["services/account/rename@2026-01-01.yaml:2:1: The file's name says '@2026-01-01', but the version is valid from 2026-01-10."]);

    private static string Version(string validFrom) => SamplePack.Service.Replace("validFrom: 2019-01-01", $"validFrom: {validFrom}");

    private static string Hash(params PackFile[] files) => new PackFolder("/", files, []).Hash;

    private static string HashOfService(string text) => ContentHash.Of(new PackReader().Read<SampleService>(SamplePack.File("s.yaml", text)));
}
