using System.Net;
using GridDesk.Hall.Board;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Board;

/// <summary>Whoever cannot see the board hears their number, in Mandarin and in what was recorded.</summary>
[Trait("store", "both")]
public sealed class SpokenCallTests
{
    [Theory]
    [InlineData("1001", 3, "來賓一零零一號，請到三號櫃檯")]
    [InlineData("3957", 10, "來賓三九五七號，請到十號櫃檯")]
    [InlineData("2468", 12, "來賓二四六八號，請到十二號櫃檯")]
    [InlineData("5000", 40, "來賓五零零零號，請到四十號櫃檯")]
    [InlineData("5000", 99, "來賓五零零零號，請到九十九號櫃檯")]
    public void The_number_is_said_digit_by_digit_and_the_counter_as_people_say_it(string ticket, int counter, string said) => SpokenCall.Mandarin(ticket, counter).ShouldBe(said);

    [Fact]
    public void Every_call_is_put_together_from_the_recordings_alone_and_tells_number_and_counter()
    {
        for (var number = 0; number < 10_000; number += 7)
        {
            var (ticket, counter) = ($"{number:0000}", (number % 99) + 1);
            var pieces = SpokenCall.Recorded(ticket, counter);
            pieces.ShouldBeSubsetOf(SpokenCall.Pieces);
            string.Concat(pieces).ShouldBe($"number{ticket}counter{counter}");
        }
    }

    [Fact]
    public async Task A_language_is_played_once_all_its_recordings_are_there_and_no_other_file_is_given_out()
    {
        await using var office = await TestOffice.OpenAsync();
        var folder = Path.Combine(office.Options.Data, "calls");
        Record(folder, "nan", SpokenCall.Pieces);
        Record(folder, "hak", SpokenCall.Pieces.Take(5));
        Record(folder, "Notes", SpokenCall.Pieces);
        var clerk = await office.OpenCounterAsync(3, "clerk");
        await office.TakeTicketAsync();
        await office.InHallAsync(desk => desk.NextAsync("centre", 3, clerk));

        var board = await office.Visit().GoAsync("/en/hall/centre/board");
        board.Page.QuerySelector("[data-board]")!.GetAttribute("data-languages").ShouldBe("nan");
        board.Page.QuerySelector("[data-call]")!.GetAttribute("data-say").ShouldBe("來賓一零零一號，請到三號櫃檯");
        board.Page.QuerySelector("[data-sound]")!.GetAttribute("aria-pressed").ShouldBe("false", "nobody is startled by a board that was just switched on");

        var address = $"{board.Page.QuerySelector("[data-board]")!.GetAttribute("data-calls")}/";
        var answer = await office.Api().GetAsync($"{address}nan/3.mp3");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("audio/mpeg");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("nan 3");
        foreach (var other in (string[])["hak/3.mp3", "Notes/3.mp3", "nan/10.mp3", "nan/..%2F..%2Foffice.mp3", "..%2Fcalls%2Fnan/3.mp3"])
        {
            (await office.Api().GetAsync($"{address}{other}")).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }

        File.Delete(Path.Combine(folder, "nan", "7.mp3"));
        (await office.Visit().GoAsync("/hall/centre/board")).Page.QuerySelector("[data-board]")!.GetAttribute("data-languages").ShouldBe("", "a call with a gap in it sends people to the wrong counter");
    }

    private static void Record(string folder, string language, IEnumerable<string> pieces)
    {
        Directory.CreateDirectory(Path.Combine(folder, language));
        foreach (var piece in pieces)
        {
            File.WriteAllText(Path.Combine(folder, language, $"{piece}.mp3"), $"{language} {piece}");
        }
    }
}
