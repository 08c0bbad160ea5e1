using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public sealed class LoadingTests
{
    [Fact]
    public void Everything_a_file_says_arrives_in_the_record()
    {
        var service = SamplePack.Load().All<SampleService>().ShouldHaveSingleItem();

        service.Code.ShouldBe("rename");
        service.ValidFrom.ShouldBe(new LocalDate(2019, 1, 1));
        service.Name.ShouldBe(new Phrase("過戶", "Change of name"));
        service.WorkingDays.ShouldBe(5);
        service.Channels.ShouldBe([Channel.Counter, Channel.PhoneCall]);
        service.Fee.ShouldBe(12.5m);
        service.Online.ShouldBeTrue();
        service.ClosesAt.ShouldBe(new LocalTime(16, 30));
        service.Unit.ShouldBe(Phrase.Same("kWh"));
        service.Steps.ShouldBe([new("receive", new("收件", "Receive")), new("close", new("結案", "Close"), true)]);
        service.Rates.Keys.ShouldBe(["summer", "winter"]);
        service.Rates["winter"].ShouldBe(2m);
        var when = service.Questions.ShouldHaveSingleItem().When.ShouldNotBeNull();
        when.AllOf["holderKind"].ShouldBe(["company", "office"]);
        when.AllOf["tenant"].ShouldBe(["true"]);
    }

    [Fact]
    public void What_is_left_out_keeps_its_default()
    {
        var service = SamplePack.Load(SamplePack.File("services/short.yaml", """
            code: short
            validFrom: "2020-01-01"
            name: { zh: 短, en: Short }
            workingDays: 1
            channels: [phoneCall]
            """)).All<SampleService>().Single(service => service.Code == "short");

        service.Channels.ShouldBe([Channel.PhoneCall]);
        service.ClosesAt.ShouldBe(new LocalTime(17, 0));
        service.Fee.ShouldBeNull();
        service.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void A_record_knows_its_place_in_the_files()
    {
        var pack = SamplePack.Load();
        var step = pack.All<SampleService>().Single().Steps[1];

        pack.PlaceOf(step).ToString().ShouldBe("services/account/rename.yaml:16:5");
        pack.PlaceOf(step, "title.en").ToString().ShouldBe("services/account/rename.yaml:16:35");
    }

    [Fact]
    public void A_file_that_every_pack_has_must_be_there() =>
        Should.Throw<PackRefused>(() => LoadedPack.Load(new("/none", [], []), SamplePack.Sections))
            .Mistakes.Select(mistake => mistake.File).ShouldBe(["departments.yaml", "office.yaml", "sites.yaml"]);

    [Theory]
    [InlineData("ofice.yaml", "Nothing uses this file. Did you mean 'office.yaml'?")]
    [InlineData("service/x.yaml", "Nothing uses this file. Did you mean 'services/'?")]
    [InlineData("services/x.yml", "This folder holds only: services/**/*.yaml.")]
    [InlineData("notes/x.txt", "Nothing uses this file. It may be one of: services/, pictures/.")]
    public void A_file_that_nothing_uses_is_a_mistake(string path, string sentence) =>
        SamplePack.Mistakes(SamplePack.File(path, "x")).ShouldBe([$"{path}:1:1: {sentence}"]);

    [Fact]
    public void Pictures_are_taken_as_they_are() =>
        SamplePack.Load(new PackFile("pictures/a/b.png", new byte[] { 0, 255 })).Files.ShouldContain(file => file.Path == "pictures/a/b.png");

    [Fact]
    public void A_special_type_is_read_its_own_way_and_refuses_in_its_own_words()
    {
        PackSection[] sections = [PackSection.Type((node, binder) => Channel.Web.ToString() == binder.Read<string>(node)
            ? Channel.Web
            : throw new Refusal("channel", "只有 Web", "Only Web will do."))];
        var reader = new PackReader(sections);

        reader.Read<Channels>(SamplePack.File("a.yaml", "list: [Web]")).List.ShouldBe([Channel.Web]);
        Should.Throw<PackRefused>(() => reader.Read<Channels>(SamplePack.File("a.yaml", "list: [Web, counter, {}]")))
            .Mistakes.Select(mistake => $"{mistake.Column} {mistake.Sentence.En}")
            .ShouldBe(["13 Only Web will do.", "22 'list' must be text; a set of keys is written here."]);
    }

    private sealed record Channels(IReadOnlyList<Channel> List);

    [Fact]
    public void Two_hundred_files_load_within_a_second()
    {
        var files = Enumerable.Range(0, 200).Select(number => SamplePack.File(
            $"services/s{number}.yaml",
            SamplePack.Service.Replace("code: rename", $"code: rename-{number}"))).ToArray();
        SamplePack.Load();

        // The best of five: what else the machine does at the time is not the loader's.
        Enumerable.Range(0, 5).Min(_ => TimeToLoad(files)).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static TimeSpan TimeToLoad(PackFile[] files)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SamplePack.Load(files).All<SampleService>().Count.ShouldBe(201);
        return watch.Elapsed;
    }
}
