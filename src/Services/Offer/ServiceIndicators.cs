using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Services.Offer;

/// <summary>What the catalogue proves of the yearly plan: a state at the end of the period, read from the edition then in force.</summary>
internal static class ServiceIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        Share("services.with-sop", "有標準作業程序的服務", "Services with a procedure", "期末有效的服務中，程序至少有三個步驟的比例。", "Of the services in force at the end, the share whose procedure has at least three steps.", o => o.WithSop) with { Aim = Aim.More },
        Share("services.complete-sheets", "說明完整的服務", "Services with a complete sheet", "期末有效的服務中，文件（或不用文件）、費用、時限、步驟和中英文摘要都寫了的比例。",
            "Of the services in force at the end, the share whose sheet gives documents (or none needed), fee, norm, steps and a summary in both languages.", o => o.Complete),
        Share("services.startable-counter", "可以臨櫃申辦的服務", "Services that can be started at the counter", "期末有效的服務中，可以在櫃檯開始辦的比例。", "Of the services in force at the end, the share that can be started at the counter.", o => o.Counter),
        Share("services.startable-phone", "可以電話申辦的服務", "Services that can be started by telephone", "期末有效的服務中，可以打電話開始辦的比例。", "Of the services in force at the end, the share that can be started by telephone.", o => o.Phone),
        Share("services.startable-web", "可以線上申辦的服務", "Services that can be started online", "期末有效的服務中，可以在網路上開始辦的比例。", "Of the services in force at the end, the share that can be started online.", o => o.Web),
    ];

    private static Indicator Share(string code, string zh, string en, string meaningZh, string meaningEn, Func<ServicesOffered, int> part) =>
        new(code, new(zh, en), Phrase.Same("%"), new(meaningZh, meaningEn), [typeof(ServicesOffered)], (all, _) => all.Count == 0 ? Figure.None : Of(all[^1], part))
        {
            FromTheBeginning = true,
        };

    private static Figure Of(Happening latest, Func<ServicesOffered, int> part)
    {
        var offered = (ServicesOffered)latest.Event;
        return offered.Total == 0
            ? Figure.None
            : new(Math.Round(100m * part(offered) / offered.Total, 1), part(offered), offered.Total, [new(latest.Subject, new Phrase("當時的服務目錄", "The service catalogue then in force"), latest.HappenedAt, "/services")]);
    }
}
