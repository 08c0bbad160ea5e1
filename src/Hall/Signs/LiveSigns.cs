using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall.Signs;

/// <summary>What the signs of a hall have to say on a day: counters with their people, hours, fees; from the roster, the calendar and the pack.</summary>
internal sealed class LiveSigns(RosterDesk roster, ServiceCatalogue services, PackInForce pack)
{
    public const string Hours = "hours";
    public const string Fees = "fees";

    /// <summary>What people call the sign of that code.</summary>
    public static Phrase TitleOf(string code) => code switch
    {
        Hours => new("服務時間", "Service hours"),
        Fees => new("各項費用", "Fees"),
        _ => Post.NameOf(code),
    };

    /// <summary>By code, counters first. A fee that the office has not confirmed hangs nowhere.</summary>
    public async Task<IReadOnlyList<LiveSign>> OfAsync(HallDefinition hall, LocalDate day, CancellationToken cancel = default)
    {
        var shifts = (await roster.DayAsync(hall.Site, day, cancel)).Where(s => s.Role is not Role.Volunteer).ToLookup(s => s.Post);
        var open = OpenOn(hall.Site, day);
        return
        [
            .. hall.Counters.Select(c => Of(c, [.. shifts[Post.At(c.Number).Code]], open)),
            new(Hours, [new("site", new("據點", "Site"), SiteName(hall.Site)), new(Hours, new("時間", "Hours"), open), .. Noon(hall, day)]),
            new(Fees, [.. services.At(day).Where(s => s.Channels.Contains("counter") && s.Fee.Grade is not Grade.C).Select(s => new SignLine(s.Code, s.Name, s.Fee.Text)), new("others", new("其他項目", "Anything else"), new("請洽櫃檯", "please ask at a counter"))]),
        ];
    }

    private LiveSign Of(CounterDefinition counter, IReadOnlyList<PostedShift> shifts, Phrase open)
    {
        var kinds = counter.Kinds.Select(k => HallSettings.Find(pack)!.Of(k).Name).ToList();
        var own = Stretches.Read(counter.Hours).Select(h => $"{h.From:HH:mm}–{h.Until:HH:mm}").ToList();
        return new(Post.At(counter.Number).Code,
        [
            new("name", new("服務項目", "For"), counter.Name),
            .. shifts.Count == 0 ? Array.Empty<SignLine>() : [new(SignText.Staff, new("服務人員", "At your service"), People(shifts))],
            new(Hours, new("時間", "Hours"), own.Count == 0 ? open : new(string.Join("、", own), string.Join(" and ", own))),
            new("kinds", new("叫號", "Tickets"), new(string.Join("、", kinds.Select(k => k.Zh)), string.Join(", ", kinds.Select(k => k.En)))),
        ]);
    }

    // One name when one person is there all day; otherwise with the times.
    private Phrase People(IReadOnlyList<PostedShift> shifts)
    {
        var people = shifts.GroupBy(s => (s.Person, s.Deputy)).ToList();
        return new(string.Join("、", people.Select(p => $"{Times(p, "、")}{p.Key.Person.Name}{(p.Key.Deputy is { } d ? $"（代理人：{d.Name}）" : "")}")),
            string.Join(", ", people.Select(p => $"{Times(p, ", ")}{p.Key.Person.Name}{(p.Key.Deputy is { } d ? $" (deputy: {d.Name})" : "")}")));

        string Times(IEnumerable<PostedShift> of, string comma) => people.Count == 1 ? "" : $"{string.Join(comma, of.Select(s => $"{s.From.Clock(pack.Calendar.Zone)}–{s.Until.Clock(pack.Calendar.Zone)}"))} ";
    }

    // What most of the next five working days have: one afternoon off makes no sign wrong.
    private Phrase OpenOn(string site, LocalDate day) => WorkingDays(site, day).Select(d => pack.Calendar.OpenOn(d, site)!).GroupBy(p => p.Zh).MaxBy(same => same.Count())?.First() ?? new("洽詢服務人員", "ask us");

    private SignLine[] Noon(HallDefinition hall, LocalDate day) =>
        hall.Counters.Any(c => c.Noon) && WorkingDays(hall.Site, day).Select(d => pack.Calendar.NoonBreakOn(d, hall.Site)).FirstOrDefault(n => n is not null) is { } noon
            ? [new("noon", new("午休志工服務", "Volunteers at noon"), Phrase.Same($"{noon.Start.Clock(pack.Calendar.Zone)}–{noon.End.Clock(pack.Calendar.Zone)}"))] : [];

    private IEnumerable<LocalDate> WorkingDays(string site, LocalDate day) => Enumerable.Range(0, 21).Select(day.PlusDays).Where(d => pack.Calendar.Knows(d) && pack.Calendar.IsWorkingDay(d, site)).Take(5);

    private Phrase SiteName(string site) => pack.Sites.Sites.FirstOrDefault(s => s.Code == site)?.Name ?? Phrase.Same(site);
}

/// <summary>What a sign has to say now.</summary>
internal sealed record LiveSign(string Code, IReadOnlyList<SignLine> Text)
{
    public Phrase Title => LiveSigns.TitleOf(Code);

    /// <summary>The hall has nothing any more of which it could tell.</summary>
    public bool IsOfNothing => Text.Count == 0;

    public static LiveSign OfNothing(string code) => new(code, []);

    /// <summary>By which a print is known to be of today's text.</summary>
    public string Mark => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Text, Json.Options)))[..16];
}
