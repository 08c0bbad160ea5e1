using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Plan.Assess;

/// <summary>A self-assessment that is being collected: it has begun, and some rows are answered.</summary>
internal static class DemoAssessment
{
    private static readonly (string Zh, string En)[] Said =
    [
        ("辦了四場訓練，32 人次；內容是新修正的營業規章和電費計算。測驗平均 91 分。", "Four courses for 32 people on the amended business rules and on how bills are reckoned; 91 points in the test on average."),
        ("三位新進同仁各有一位導師，學習項目完成八成。", "Each of three newcomers has a mentor; four in five of their learning items are done."),
        ("依三套程序各抽查兩次，兩個缺失都已改善。", "Two spot checks by each of the three procedures; both findings are mended."),
    ];

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancel)
    {
        var desk = services.GetRequiredService<AssessDesk>();
        await services.GetRequiredService<OpenAssessments>().RunAsync(services.GetRequiredService<IClock>().Now(), cancel);
        if ((await desk.BegunAsync(cancel)).FirstOrDefault() is not { } half || (await desk.GetAsync(half, cancel)).Parts is not [var part, ..])
        {
            return;
        }

        foreach (var (row, said) in (await desk.PartAsync(half, part.Department, cancel)).Zip(Said))
        {
            await desk.SayAsync(half, part.Department, row.Measure.Code, null, new(said.Zh, said.En, 4, [1]), Actor.Office, cancel);
        }
    }
}
