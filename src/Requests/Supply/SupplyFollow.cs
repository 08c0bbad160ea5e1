using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Services;
using NodaTime.Text;

namespace GridDesk.Requests.Supply;

/// <summary>
/// Keeps the supply schedule in step with its case, in the save of the case itself: acceptance plans it, a further step of the
/// procedure records the stages before it, closing the rest, and a clock that stood still moves what is planned.
/// </summary>
internal sealed class SupplyFollow(OfficeDb db, EventLog events, PackInForce pack, ServiceCatalogue services)
{
    private SupplyTemplates Templates => pack.Of(SupplyTemplates.Of);

    public async Task FollowAsync(ServiceRequest request, IEvent happened, Actor by, Instant now, CancellationToken cancel = default)
    {
        if (!Moves(happened) || !Templates.Has(request.Service))
        {
            return;
        }

        var schedule = await db.SupplySchedules.FindAsync([request.Id], cancel);
        var promise = request.PromiseId is { } id ? await db.Set<Promise>().FindAsync([id], cancel) : null;
        var clock = new SupplyClock(pack.Calendar, promise?.Segments ?? [], now);
        if (happened is RequestAccepted accepted)
        {
            schedule = Plan(request, schedule, accepted.ReceivedAt, by, clock);
        }
        else if (schedule is not null)
        {
            Record(schedule, After(schedule, request, happened, by, clock), by, clock);
        }
    }

    /// <summary>Records what happened to a schedule; a day that is past at the close of that day.</summary>
    public void Record(SupplySchedule schedule, IEnumerable<IEvent> happened, Actor by, SupplyClock clock)
    {
        foreach (var one in happened)
        {
            events.Record(schedule, one, by, one switch
            {
                SupplyStageReached { Day: var day } when day < clock.Today => EndOf(day, clock),
                SupplyPoweredOn { Day: var day } when day < clock.Today => EndOf(day, clock),
                _ => null,
            });
        }
    }

    private static bool Moves(IEvent happened) =>
        happened is RequestAccepted or RequestStepReached or RequestClosed { Outcome: Outcome.Done } or RequestReversed or RequestSupplementAsked or RequestSupplied or RequestItemWaived or RequestClockChanged;

    private SupplySchedule? Plan(ServiceRequest request, SupplySchedule? schedule, Instant startedAt, Actor by, SupplyClock clock)
    {
        if (Templates.All.InForce(request.Service, clock.Today) is not { } template)
        {
            return schedule;
        }

        if (schedule is null)
        {
            db.Add(schedule = new SupplySchedule { Request = request.Id, Service = request.Service });
        }

        // What the customer answered is not asked again.
        var wanted = template.Requested is { } question && request.Particulars.Answers[question] is { } answer && LocalDatePattern.Iso.Parse($"{answer}") is { Success: true, Value: var day } ? day : (LocalDate?)null;
        Record(schedule, schedule.Plan(template, startedAt, wanted, by.Key, clock), by, clock);
        return schedule;
    }

    private IEnumerable<IEvent> After(SupplySchedule schedule, ServiceRequest request, IEvent happened, Actor by, SupplyClock clock)
    {
        switch (happened)
        {
            case RequestStepReached reached:
                List<string> steps = [.. services.Version(request.Service, request.Definition).Steps.Select(s => s.Id)];
                var (from, to) = (steps.IndexOf(reached.From), steps.IndexOf(reached.To));
                return to > from
                    ? schedule.Pass(schedule.Stages.Index().Where(s => steps.IndexOf(s.Item.Step) is >= 0 and var at && at < to).Select(s => s.Index).LastOrDefault(), StageSource.Step, request.Department, by.Key, clock)
                    : schedule.Reopen(schedule.Stages.Index().Where(s => s.Index > 0 && steps.IndexOf(s.Item.Step) >= to).Select(s => s.Index).FirstOrDefault(), clock);
            case RequestClosed:
                return schedule.Pass(schedule.Stages.Count - 1, StageSource.Closing, request.Department, by.Key, clock);
            case RequestReversed { To: RequestStatus.PreReceived }:
                return schedule.Reopen(1, clock);
            case RequestReversed:
                return schedule.Reopen(schedule.Stages.Index().Where(s => s.Item.Source == StageSource.Closing).Select(s => s.Index).FirstOrDefault(), clock);
            default:
                return schedule.FollowClock(clock);
        }
    }

    private static Instant EndOf(LocalDate day, SupplyClock clock) => clock.Calendar.CloseOf(day) ?? day.AtStartOfDayInZone(clock.Calendar.Zone).ToInstant();
}
