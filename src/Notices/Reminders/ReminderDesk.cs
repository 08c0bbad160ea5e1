using GridDesk.Bills;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Reminders;

/// <summary>Reminds customers of bills that fall due: chooses them, queues what is said, says it again to those who did not answer.</summary>
internal sealed class ReminderDesk(OfficeDb db, EventLog events, ReminderChoice choice, MessageDesk messages, ReminderFields fields, BillDirectory bills, PackInForce pack, IClock clock)
{
    public const string Template = "payment-due";

    /// <summary>Goes through all bills of today; once more finds those alone who were not chosen yet.</summary>
    /// <exception cref="Refusal"><c>reminder.day-off</c>, <c>reminder.not-set-up</c>; <c>conflict</c>: somebody else is at it.</exception>
    public async Task<ReminderRun> RunAsync(Actor by, CancellationToken cancel = default)
    {
        var today = pack.Calendar.Today(clock.Now());
        Check(today);
        Dictionary<MessageChannel, int> chosen = [];
        await foreach (var page in choice.OfAsync(today, cancel))
        {
            foreach (var channel in await SaveAsync(page, today, by, cancel))
            {
                chosen[channel] = chosen.GetValueOrDefault(channel) + 1;
            }

            db.ChangeTracker.Clear();
        }

        return await db.CommitAsync(async () =>
        {
            var run = await RunOfAsync(today, cancel);
            if (run.DoneAt is null || chosen.Count > 0)
            {
                events.Record(run, run.Finish(chosen, clock.Now()), by);
            }

            return run;
        }, cancel);
    }

    /// <summary>Says it again to somebody who did not answer, unless the bill was paid meanwhile. Belongs inside a commit.</summary>
    public async Task AgainAsync(Reminder reminder, CancellationToken cancel)
    {
        var known = await bills.OfAsync(reminder.Bills, cancel);
        reminder.AgainAt = null;
        if (messages.TemplateOf(Template) is { } template && reminder.IsStillTrue(known.Values))
        {
            reminder.Tries++;
            var to = new ReachableAnswer(reminder.Channel is MessageChannel.Email ? ContactKind.Email : ContactKind.Phone, reminder.Address, reminder.Language, reminder.Channel is MessageChannel.Voice);
            reminder.Message = (await SendAsync(template, new([.. reminder.Bills.Select(number => known[number])], reminder.DaysBefore, to), reminder.Id, reminder.Tries, Actor.Office, cancel)).Id;
        }
    }

    private void Check(LocalDate today)
    {
        if (ReminderSettings.Of(pack) is null || messages.TemplateOf(Template) is null)
        {
            throw new Refusal("reminder.not-set-up", "資料包裡沒有提醒的設定（reminders.yaml）或範本（payment-due），請系統管理員補上。", "The pack has no settings (reminders.yaml) or no template (payment-due) for reminders: ask an administrator to add them.");
        }

        if (!pack.Calendar.IsWorkingDay(today))
        {
            throw new Refusal("reminder.day-off", "今天不上班，不提醒；期限在假日的，前一個上班日已經提醒過。", "Today is a day off, on which nobody is reminded; bills due on it were reminded of on the working day before.");
        }
    }

    private async Task<List<MessageChannel>> SaveAsync(IReadOnlyList<Chosen> page, LocalDate today, Actor by, CancellationToken cancel)
    {
        try
        {
            return await db.CommitAsync(() => QueueAsync(page, today, by, cancel), cancel);
        }
        catch (DbUpdateException problem) when (problem.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } or Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 or 1555 })
        {
            throw new Refusal("conflict", "提醒正在進行，請等一下再看這一頁。", "The reminders are being sent at this moment: please look at this page again in a while.");
        }
    }

    private async Task<List<MessageChannel>> QueueAsync(IReadOnlyList<Chosen> page, LocalDate today, Actor by, CancellationToken cancel)
    {
        var template = messages.TemplateOf(Template)!;
        List<MessageChannel> queued = [];
        foreach (var one in page.Where(one => template.Over(one.Channel) is not null))
        {
            var id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset());
            var message = await SendAsync(template, one, id, 1, by, cancel);
            db.Add(new Reminder
            {
                Id = id, Day = today, Account = one.Account, DueOn = one.DueOn, DaysBefore = one.DaysBefore, Numbers = string.Join(' ', one.Bills.Select(b => b.Number)),
                Amount = one.Amount, Channel = one.Channel, Address = one.To.Address, Language = one.To.Language, Message = message.Id,
            });
            queued.Add(one.Channel);
        }

        return queued;
    }

    // The unique row of the reminder keeps two runs at the same moment from reminding twice; the cause keeps one try from being two messages.
    private async Task<Message> SendAsync(MessageTemplate template, Chosen one, Guid reminder, int nth, Actor by, CancellationToken cancel) =>
        await messages.QueueAsync(template, new($"bill:{one.Bills[0].Number}", one.Channel, one.To.Address, one.To.Language, $"reminder:{reminder:N}:{nth}"), await fields.OfAsync(one, cancel), by, cancel);

    private async Task<ReminderRun> RunOfAsync(LocalDate day, CancellationToken cancel)
    {
        var run = await db.ReminderRuns.SingleOrDefaultAsync(r => r.Day == day, cancel);
        if (run is null)
        {
            db.Add(run = new ReminderRun { Day = day });
        }

        return run;
    }
}
