using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Customers.Fields;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Customers.Fields;

public sealed class AddressTests
{
    /// <summary>The parts and the line of the stored answer, or the mistakes.</summary>
    private static string Read(JsonNode typed)
    {
        var result = FormOf(Ask("a", "address")).Read(new JsonObject { ["a"] = typed });
        return result.IsValid ? string.Join('|', result.Answers["a"]!.AsObject().Select(one => one.Value!.GetValue<string>())) : string.Join(';', result.Codes());
    }

    [Theory]
    [InlineData("嘉義市東區中山路199號", "嘉義市|東區|中山路|199|嘉義市東區中山路199號")]
    [InlineData("600 嘉義市東區中山路 199 號", "600|嘉義市|東區|中山路|199|嘉義市東區中山路199號")]
    [InlineData("621001嘉義縣民雄鄉東興村１２鄰建國路一段２６８號", "621001|嘉義縣|民雄鄉|東興村|12|建國路|1|268|嘉義縣民雄鄉東興村12鄰建國路一段268號")]
    [InlineData("台北市中正區重慶南路1段122號", "臺北市|中正區|重慶南路|1|122|臺北市中正區重慶南路一段122號")]
    [InlineData("臺中市西區美村路一段100巷20弄5之3號7樓之2", "臺中市|西區|美村路|1|100|20|5-3|7-2|臺中市西區美村路一段100巷20弄5之3號7樓之2")]
    [InlineData("台中市西區美村南路5號", "臺中市|西區|美村南路|5|臺中市西區美村南路5號")]
    [InlineData("高雄市前鎮區三多三路十二號之一3F", "高雄市|前鎮區|三多三路|12-1|3|高雄市前鎮區三多三路12之1號3樓")]
    [InlineData("高雄市苓雅區五福一路67號", "高雄市|苓雅區|五福一路|67|高雄市苓雅區五福一路67號")]
    [InlineData("高雄市路竹區中山路1號", "高雄市|路竹區|中山路|1|高雄市路竹區中山路1號")]
    [InlineData("臺南市新市區中興街3號", "臺南市|新市區|中興街|3|臺南市新市區中興街3號")]
    [InlineData("台東縣太麻里鄉泰和村5號", "臺東縣|太麻里鄉|泰和村|5|臺東縣太麻里鄉泰和村5號")]
    [InlineData("臺中市大里區大里里中興路二段10號", "臺中市|大里區|大里里|中興路|2|10|臺中市大里區大里里中興路二段10號")]
    [InlineData("嘉義縣竹崎鄉和平村坑仔坪2號", "嘉義縣|竹崎鄉|和平村|坑仔坪|2|嘉義縣竹崎鄉和平村坑仔坪2號")]
    [InlineData("嘉義縣水上鄉三界村十二號", "嘉義縣|水上鄉|三界村|12|嘉義縣水上鄉三界村12號")]
    [InlineData("嘉義縣太保市頂六12號", "嘉義縣|太保市|頂六|12|嘉義縣太保市頂六12號")]
    [InlineData("嘉義市西區民生北路臨45號", "嘉義市|西區|民生北路|臨45|嘉義市西區民生北路臨45號")]
    [InlineData("嘉義市西區垂楊路1號B1", "嘉義市|西區|嘉義市西區垂楊路1號B1")]
    [InlineData("嘉義市西區垂楊路1號地下一樓", "嘉義市|西區|垂楊路|1|B1|嘉義市西區垂楊路1號地下1樓")]
    [InlineData("嘉義市西區垂楊路1號3樓之1 305室", "嘉義市|西區|垂楊路|1|3-1|305|嘉義市西區垂楊路1號3樓之1,305室")]
    [InlineData("新北市板橋區文化路1-2號3樓-4", "新北市|板橋區|文化路|1-2|3-4|新北市板橋區文化路1之2號3樓之4")]
    [InlineData("新北市淡水區民生巷8號", "新北市|淡水區|民生巷|8|新北市淡水區民生巷8號")]
    public void A_line_is_split_into_its_parts(string typed, string expected) => Read(typed).ShouldBe(expected);

    [Theory]
    [InlineData("嘉義市東區 某大樓後面的工寮", "嘉義市|東區|嘉義市東區某大樓後面的工寮")]
    [InlineData("嘉義市東區中山路199、201號", "嘉義市|東區|嘉義市東區中山路199、201號")]
    [InlineData("嘉義市東區中山路", "嘉義市|東區|嘉義市東區中山路")]
    public void What_cannot_be_split_is_kept_as_a_line(string typed, string expected) => Read(typed).ShouldBe(expected);

    [Theory]
    [InlineData("中山路199號", "a address.county")]
    [InlineData("嘉義市中山路199號", "a address.district")]
    [InlineData("嘉義市東區", "a address.incomplete")]
    [InlineData("12 High Street, London", "a address.county")]
    public void County_district_and_something_more_are_needed(string typed, string expected) => Read(typed).ShouldBe(expected);

    [Theory]
    [InlineData("""{"county": "嘉義市", "district": "東區", "road": "中山路", "number": "199"}""", "嘉義市|東區|中山路|199|嘉義市東區中山路199號")]
    [InlineData("""{"county": "台北市", "district": "中正區", "road": "重慶南路一段", "number": "１２２號之１", "floor": "3F", "postcode": "100"}""", "100|臺北市|中正區|重慶南路|1|122-1|3|臺北市中正區重慶南路一段122之1號3樓")]
    [InlineData("""{"county": "嘉義縣", "district": "民雄鄉", "village": "東興", "neighbourhood": 12, "number": 5}""", "嘉義縣|民雄鄉|東興里|12|5|嘉義縣民雄鄉東興里12鄰5號")]
    [InlineData("""{"county": "嘉義市", "district": "東區", "line": "民族路 28 巷 5 號 2 樓"}""", "嘉義市|東區|民族路|28|5|2|嘉義市東區民族路28巷5號2樓")]
    [InlineData("""{"district": "嘉義市東區", "line": "民族路5號"}""", "嘉義市|東區|民族路|5|嘉義市東區民族路5號")]
    [InlineData("""{"county": "嘉義市", "district": "東區", "line": "東區民族路5號"}""", "嘉義市|東區|民族路|5|嘉義市東區民族路5號")]
    [InlineData("""{"county": "嘉義市", "district": "東區", "line": "嘉義市東區民族路5號"}""", "嘉義市|東區|民族路|5|嘉義市東區民族路5號")]
    [InlineData("""{"county": "嘉義市", "district": "西區", "line": "嘉義市東區民族路5號"}""", "a.line address.contradiction")]
    [InlineData("""{"county": "嘉義市", "district": "東區", "road": "中山路"}""", "嘉義市|東區|嘉義市東區中山路")]
    [InlineData("""{"county": "嘉義市", "line": "民族路5號"}""", "a.district address.district")]
    [InlineData("""{"district": "東區", "line": "民族路5號"}""", "a.county address.county")]
    [InlineData("""{"county": "嘉義市", "district": "東區"}""", "a.line address.incomplete")]
    [InlineData("""{"county": "嘉義市", "district": "東區", "road": "中山路", "number": "1", "postcode": "12"}""", "a.postcode address.postcode")]
    [InlineData("""{"county": "嘉義市", "planet": "earth"}""", "a.planet form.unknown-field")]
    [InlineData("""{"county": ["嘉義市"]}""", "a.county form.not-text")]
    public void Parts_are_put_in_order(string typed, string expected) => Read(Json(typed)).ShouldBe(expected);

    private static readonly string[] Pieces =
    [
        "嘉義市", "台北市", "嘉義縣", "東區", "民雄鄉", "新市", "區", "中山里", "東興村", "美村路", "里", "村", "3鄰", "十鄰", "中山路", "八里大道", "五福一路", "坑仔坪", "一段",
        "2段", "段", "12巷", "二十二巷", "3弄", "臨", "45", "十二", "百", "號", "號之", "之1", "-2", "‧", "3樓", "F", "樓", "層", "地下", "B1", "之", "305室", "A5室", "室", " ", "，", "600", "臺", "０", "、", "x",
    ];

    private static Arbitrary<string> Lines => Gen.Choose(0, 12).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static Arbitrary<string> Premises => Gen.Choose(0, 9).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(pieces => "台北市新市" + string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void However_odd_an_address_is_reading_its_answer_again_gives_the_same_answer() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Premises, line =>
        {
            var form = FormOf(Ask("a", "address"));
            var first = form.Read(new JsonObject { ["a"] = line }).Answers;
            form.Read(Json(first.ToJsonString())).Answers.ToJsonString().ShouldBe(first.ToJsonString());
            if (first["a"]?["number"] is not null)
            {
                form.Read(new JsonObject { ["a"] = first["a"]!["line"]!.DeepClone() }).Answers["a"]!["line"]!.ToJsonString().ShouldBe(first["a"]!["line"]!.ToJsonString());
            }
        }));

    [Theory]
    [InlineData("臺北市中正區重慶南路一段１２２號之１ 三樓", "100台北市中正區重慶南路1段122之1號3F")]
    [InlineData("嘉義市西區垂楊路1號地下一樓", "嘉義市西區垂楊路1號B1F")]
    [InlineData("嘉義縣民雄鄉東興村十二鄰5號三樓之二", "嘉義縣 民雄鄉 東興村12鄰5號3樓-2")]
    public void The_same_address_written_differently_folds_to_the_same_text(string one, string other) =>
        AddressText.Fold(one).ShouldBe(AddressText.Fold(other));

    [Theory]
    [InlineData("嘉義市東區五福一路1號", "嘉義市東區五福二路1號")]
    [InlineData("嘉義市東區中山路1號", "嘉義市東區中山路11號")]
    [InlineData("嘉義市東區中山路1號", "嘉義市東區中山路1之1號")]
    [InlineData("嘉義市東區中山路1號3樓", "嘉義市東區中山路1號地下3樓")]
    public void Different_addresses_stay_different(string one, string other) => AddressText.Fold(one).ShouldNotBe(AddressText.Fold(other));

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Lines, line => AddressText.Fold(AddressText.Fold(line)).ShouldBe(AddressText.Fold(line))));

    private static Gen<string?> Maybe(params string[] texts) => Gen.Elements([null, .. texts]);

    private static Gen<string?> MaybeNumber(int most) => Gen.Choose(0, most).Select(number => number == 0 ? null : number.ToString());

    private static Arbitrary<Address> Addresses => (
        from postcode in Maybe("600", "60045", "600001")
        from place in Gen.Elements(("嘉義市", "東區"), ("嘉義縣", "民雄鄉"), ("臺北市", "中正區"), ("臺東縣", "太麻里鄉"), ("高雄市", "前鎮區"), ("臺南市", "新市區"))
        from village in Maybe("中山里", "東興村", "大里里")
        from neighbourhood in MaybeNumber(30)
        from road in Gen.Elements("中山路", "五福一路", "美村路", "臺灣大道", "三多三路", "民生巷", "坑仔坪")
        from section in MaybeNumber(12)
        from lane in MaybeNumber(300)
        from alley in MaybeNumber(30)
        from number in Gen.Choose(1, 2000)
        from sub in MaybeNumber(20)
        from floor in Maybe("1", "12", "B1", "3-1", "22-12")
        from room in Maybe("305", "A5")
        select new Address(place.Item1, place.Item2)
        {
            Postcode = postcode, Village = village, Neighbourhood = neighbourhood, Road = road, Section = section, Lane = lane, Alley = alley,
            Number = sub is null ? $"{number}" : $"{number}-{sub}", Floor = floor, Room = floor is null ? null : room,
        }).ToArbitrary();

    /// <summary>The ways in which people write the same address.</summary>
    private static readonly Func<string, string>[] Ways =
    [
        line => line.Replace('臺', '台'),
        line => Regex.Replace(line, "[0-9,]", sign => $"{(char)(sign.Value[0] + 0xFEE0)}"),
        line => Regex.Replace(line, "之([0-9]+)號", "號之$1 ").TrimEnd(),
        line => Regex.Replace(line, "之([0-9]+)", "-$1"),
        line => Regex.Replace(line, "(?<!地下)([0-9]+)樓", "$1F"),
        line => Regex.Replace(line, "[0-9]{1,2}(?=[鄰巷弄樓])", number => number.Index > 0 && char.IsAsciiDigit(line[number.Index - 1]) ? number.Value : ChineseNumeral.InChinese(int.Parse(number.Value))),
        line => Regex.Replace(line, "([一二三四五六七八九十]+)段", section => ChineseNumeral.ToDigits(section.Groups[1].Value) + "段"),
        line => Regex.Replace(line, "[路街段巷弄號區鄉]", "$0 "),
    ];

    [Fact]
    public void An_address_has_the_same_parts_and_folds_alike_in_all_the_ways_people_write_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Addresses, Gen.SubListOf(Ways).ToArbitrary(), (address, ways) =>
        {
            var written = ways.Aggregate(address.Postcode + address.Line, (line, way) => way(line));

            var parsed = AddressParser.Parse(AddressText.Squeeze(written)).ShouldNotBeNull(written);
            (parsed with { Road = AddressParser.Formal(parsed.Road!) }).ShouldBe(address, written);
            AddressText.Fold(written).ShouldBe(AddressText.Fold(address.Line), written);
        }));

    [Fact]
    public void Chinese_numerals_of_addresses_are_read_and_written() => Enumerable.Range(1, 99).ShouldAllBe(number =>
        ChineseNumeral.ToDigits(ChineseNumeral.InChinese(number)) == number.ToString());

    [Theory]
    [InlineData("一百零五", "105")]
    [InlineData("二百", "200")]
    [InlineData("一百一十二", "112")]
    [InlineData("二三", "23")]
    [InlineData("一〇三", "103")]
    [InlineData("007", "7")]
    [InlineData("十百", null)]
    [InlineData("", null)]
    [InlineData("三b", null)]
    public void Numerals_in_words_and_digit_by_digit(string text, string? digits) => ChineseNumeral.ToDigits(text).ShouldBe(digits);
}
