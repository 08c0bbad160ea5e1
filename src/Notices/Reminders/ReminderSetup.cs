using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Notices.Send;
using GridDesk.Notices.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Reminders;

internal static class ReminderSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddScoped<ReminderChoice>();
        services.AddScoped<ReminderFields>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<CallList>();
        services.AddScoped<IBeforeSending, StillOwed>();
        services.Every<RemindOnWorkingDays>("remind-of-bills", new("提醒快到期的帳單", "Remind of bills that fall due"), "0 * * * * *");
        services.Every<CloseReminders>("close-reminders", new("看提醒過的帳單繳了沒有", "See whether bills were paid after a reminder"), "30 */5 * * * *");
        services.Sweep<LostReminders>("lost-reminders", new("訊息不見了的繳費提醒", "Reminders whose message is not there"), "30 29 * * * *",
            new("請客服另外提醒這些帳單的用戶。", "Ask the service centre to remind the customers of these bills otherwise."));
        services.On<MessageFailed, CallAgain>(failed => failed is { Purpose: ContactPurpose.PaymentReminder, Channel: MessageChannel.Voice, Kind: FailureKind.Temporary });
        services.Offer([.. ReminderIndicators.All]);
    }
}
