using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui;

namespace GridDesk.Web;

/// <summary>What stands around every page, from the pack and the modules.</summary>
internal static class Surroundings
{
    public static Chrome Of(PackInForce pack, RunOptions options)
    {
        var office = pack.Office;
        var chrome = new Chrome
        {
            OfficeName = office.Name,
            Company = office.Company,
            Phone = office.Phone,
            Zone = office.TimeZone,
            ClockBanner = options.Clock is null ? null : new Phrase("示範資料，時鐘不是現在的時間。", "Demonstration data; the clock is not the present time."),
            Me = StaffModule.Me,
        };
        foreach (var item in (NavItem[])
        [
            new(new("辦事", "Services"), "/services", Area.Public, 10) { Also = ["/apply", "/book"] },
            new(new("查進度", "Track"), "/track", Area.Public, 20) { Also = ["/slip"] },
            new(new("我的案件", "My requests"), "/my", Area.Public, 25),
            new(new("服務計畫", "Our plan"), "/plan", Area.Public, 30),
            new(new("我的工作", "My work"), "/desk", Area.Desk, 10),
            .. Together(new("部門工作", "Department"),
                new(new("承諾", "Promises"), "/desk/promises", Area.Desk, 20, nameof(Right.SeeRequests)) { Also = ["/desk/lists"] },
                new(new("後送", "Hand-overs"), "/desk/handovers", Area.Desk, 21, nameof(Right.SeeRequests)),
                new(new("協調", "Between units"), "/desk/tasks", Area.Desk, 22, nameof(Right.SeeRequests)),
                new(new("供電日程", "Supply"), "/desk/supply", Area.Desk, 23, nameof(Right.SeeRequests)),
                new(new("待通知", "To tell"), "/desk/tell", Area.Desk, 24, nameof(Right.HandleRequests)),
                new(new("稽催", "Chasing"), "/desk/chase", Area.Desk, 25, nameof(Right.SeeRequests)),
                new(new("工作量", "Workload"), "/desk/workload", Area.Desk, 26, nameof(Right.SeeRequests)),
                new(new("關懷電話", "Care calls"), "/desk/care-calls", Area.Desk, 27, nameof(Right.SeeRequests)),
                new(new("帳單", "Bills"), "/desk/bills/import", Area.Desk, 28, nameof(Right.ImportBills)),
                new(new("繳費提醒", "Reminders"), "/desk/reminders", Area.Desk, 29, nameof(Right.RemindOfBills)),
                new(new("大量通知", "Mass notices"), "/desk/mass-notices", Area.Desk, 29, nameof(Right.TellMany))),
            .. Together(new("營業廳", "Hall"),
                new(new("叫號", "Queue"), "/desk/hall", Area.Desk, 28, nameof(Right.CallTickets), nameof(Right.CompleteAtNoon)),
                new(new("排班", "Roster"), "/desk/hall/roster", Area.Desk, 28, nameof(Right.PlanRoster), nameof(Right.CallTickets), nameof(Right.IssueTickets)),
                new(new("標示", "Signs"), "/desk/signs", Area.Desk, 28, nameof(Right.PlanRoster), nameof(Right.CallTickets), nameof(Right.RecordInspections)),
                new(new("統計", "Figures"), "/desk/hall/figures", Area.Desk, 28, nameof(Right.SeeHallFigures)),
                new(new("預約", "Bookings"), "/desk/bookings", Area.Desk, 28, nameof(Right.CallTickets)),
                new(new("招呼", "Greeting"), "/desk/greet", Area.Desk, 29, nameof(Right.IssueTickets)),
                new(new("收據機", "Printers"), "/desk/printers", Area.Desk, 29, nameof(Right.IssueTickets), nameof(Right.CallTickets)),
                new(new("看板", "Boards"), "/desk/hall/messages", Area.Desk, 29, nameof(Right.WriteHallMessages), nameof(Right.ApproveHallMessages))),
            new(new("受理", "Take in"), "/desk/intake", Area.Desk, 30, nameof(Right.FileRequests), nameof(Right.ReceiveOnly)),
            new(new("午休", "Noon"), "/desk/noon", Area.Desk, 35, nameof(Right.CompleteAtNoon), nameof(Right.SeeRequests)),
            .. Together(new("查詢", "Search"),
                new(new("查詢", "Search"), "/desk/search", Area.Desk, 40, nameof(Right.SeeRequests), nameof(Right.AnswerProgressByNumber)) { Also = ["/desk/customers"] },
                new(new("聯絡方式", "Addresses"), "/desk/contacts", Area.Desk, 41, nameof(Right.KeepContacts))),
            .. Together(new("計畫", "Plan"),
                new(new("服務計畫", "Service plan"), "/plan", Area.Desk, 50, nameof(Right.SeePlan)) { Also = ["/desk/plan"] },
                new(new("自評", "Self-assessment"), "/desk/assessment", Area.Desk, 50, nameof(Right.SeePlan)) { Also = ["/desk/assessments"] },
                new(new("統計", "Statistics"), "/plan/indicators", Area.Desk, 50, nameof(Right.SeePlan)),
                new(new("簡化", "Simpler"), "/desk/procedures", Area.Desk, 51, nameof(Right.SeePlan)),
                new(new("影子時鐘", "Shadow clock"), "/desk/shadow", Area.Desk, 52, nameof(Right.AmendPlan), nameof(Right.ManagePack)),
                new(new("行事曆", "Calendar"), "/desk/calendar", Area.Desk, 53, nameof(Right.ChangeCalendar)),
                new(new("訊息範本", "Templates"), "/desk/notices/templates", Area.Desk, 54, nameof(Right.AmendPlan), nameof(Right.ManagePack))),
            .. Together(new("系統", "System"),
                new(new("背景工作", "Background work"), "/desk/admin/work", Area.Desk, 85, nameof(Right.SeeWork)),
                new(new("業者", "Providers"), "/desk/admin/providers", Area.Desk, 86, nameof(Right.SeeWork)),
                new(new("暫存匣", "Spool"), "/desk/admin/spool", Area.Desk, 87, nameof(Right.SeeWork), nameof(Right.SendMessages)),
                new(new("介接", "Webhooks"), "/desk/admin/webhooks", Area.Desk, 88, nameof(Right.ManageWebhooks))),
            .. StaffModule.Sections,
        ])
        {
            chrome.Sections.Add(item);
        }

        chrome.Foot.Add(new(new("聯絡我們", "Contact"), new(office.Name), new(new($"電話 {office.Phone}", $"Telephone {office.Phone}"), $"tel:{office.Phone}")));
        chrome.Foot.Add(new(new("辦事", "Services"), new(new("全部服務", "All services"), "/services"), new(new("查案件進度", "Track a request"), "/track"), new(new("我的案件", "My requests"), "/my")));
        chrome.Foot.Add(new(new("公開資訊", "Openness"), new(new("年度服務計畫", "Yearly service plan"), "/plan"), new(new("給程式的介面", "API"), "/openapi/v1.json")));
        return chrome;
    }

    private static IEnumerable<NavItem> Together(Phrase group, params IReadOnlyList<NavItem> items) => items.Select(item => item with { Group = group });

    public static OfficePlaces Places(PackInForce pack) => new(
        [.. pack.Departments.All.Select(d => new OfficePlace(d.Code, d.Name))],
        [.. pack.Sites.Sites.Select(s => new OfficePlace(s.Code, s.Name))],
        [.. (pack.Office.Certificates ?? []).Select(c => new OfficePlace(c.Code, c.Name))]);
}
