using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

internal static class SupplyWords
{
    extension(SupplyCause cause)
    {
        public Phrase Title => cause switch
        {
            SupplyCause.Design => new("設計變更", "Design changed"),
            SupplyCause.Permit => new("路證或其他機關", "Permit or another agency"),
            SupplyCause.LandAndRoute => new("用地或線路協調", "Land or route to be agreed"),
            SupplyCause.Material => new("材料", "Material"),
            SupplyCause.Workload => new("人力或排程", "Crews or workload"),
            SupplyCause.CustomerWiring => new("用戶內線未完成", "Customer’s wiring not finished"),
            SupplyCause.OtherUnit => new("等其他部門", "Waiting for another department"),
            SupplyCause.Weather => new("天候", "Weather"),
            SupplyCause.Other => new("其他", "Other"),
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
        };
    }

    extension(StageSource source)
    {
        public Phrase Title => source switch
        {
            StageSource.Acceptance => new("受理", "acceptance"),
            StageSource.Step => new("換步驟時", "by the step of the case"),
            StageSource.Closing => new("結案時", "on closing"),
            StageSource.Hand => new("登錄", "by hand"),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
        };
    }

    extension(SupplySchedule schedule)
    {
        /// <summary>How the case stands: a kind of <c>gd-status</c> and its words.</summary>
        public (string Kind, Phrase Text) Standing(WorkCalendar calendar, LocalDate today) => schedule switch
        {
            { InTime: true } => ("done", new("如期送電", "Power on in time")),
            { InTime: false } => ("late", new("送電晚了", "Power on late")),
            { Waits: true, Next.Customer: true } => ("wait", new("等用戶", "Waits for the customer")),
            { Waits: true } => ("wait", new("時鐘停著", "Clock stands still")),
            _ when schedule.IsLate(today) => ("late", Late(calendar.WorkingDaysBetween(schedule.NextPlanned!.Value, today))),
            _ when schedule.NextPlanned == today => ("soon", new("今天到", "Due today")),
            _ => ("ok", new("照日程", "On schedule")),
        };

        /// <summary>The same of one stage.</summary>
        public (string Kind, Phrase Text) Standing(SupplyStage stage, WorkCalendar calendar, LocalDate today) => stage switch
        {
            { Customer: false, Actual: { } done } when done > stage.Allowed => ("late", Late(calendar.WorkingDaysBetween(stage.Allowed, done))),
            { Customer: false, Actual: { } done } when done > stage.Planned => ("done", new("完成，前面晚了", "Done; late before it")),
            { Actual: not null } => ("done", new("完成", "Done")),
            _ when stage.Code == schedule.Next?.Code => schedule.Standing(calendar, today),
            _ => ("none", new("還沒到", "To come")),
        };
    }

    private static Phrase Late(int days) => days > 0 ? new($"晚 {days} 天", $"{Days(days)} late") : new("逾期", "Late");

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
