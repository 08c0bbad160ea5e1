using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Supply;

internal sealed partial class SupplySchedule
{
    private static readonly Period LongestAhead = Period.FromYears(2);

    /// <summary>Plans the whole from acceptance; once more when an acceptance was reversed and given again.</summary>
    public IEnumerable<IEvent> Plan(SupplyTemplate template, Instant startedAt, LocalDate? requested, string by, SupplyClock clock)
    {
        (Template, StartedAt, AcceptedOn, Requested, PowerOn) = (template.ValidFrom, startedAt, clock.Calendar.Today(startedAt), requested, default);
        Stages = [.. template.Stages.Select((stage, index) => new SupplyStage(stage.Code, stage.Step, stage.WorkingDays, stage.Customer)
        {
            Source = index == 0 ? StageSource.Acceptance : null, By = index == 0 ? by : null, RecordedAt = index == 0 ? clock.Now : null,
        })];
        Delays = [];
        _ = Reckon(clock).ToList();
        return [new SupplyPlanned(ServiceRequest.KeyOf(Request), Service, Template, AcceptedOn, PowerOn, Requested)];
    }

    /// <summary>Somebody says on which day a stage was done; one that was recorded before is put right so.</summary>
    public IEnumerable<IEvent> Reach(string? code, LocalDate? day, SupplyCause? cause, string department, string by, SupplyClock clock)
    {
        var index = Stages.Index().FirstOrDefault(s => s.Item.Code == code && s.Index > 0).Index;
        RefuseUnless(index > 0, "supply.stage", "請選階段。受理的日子以案件為準，不用登錄。", "Choose the stage. The day of acceptance is that of the case and is not recorded here.", "stage");
        RefuseUnless(day is not null, "supply.day", "請填這個階段完成的日子。", "Enter the day on which the stage was done.", "day");
        var (stage, done) = (Stages[index], day!.Value);
        RefuseUnless(done <= clock.Today, "supply.day-future", "實際日期不能晚於今天；還沒做好的請用「延誤與改期」。", "The actual day cannot be after today; for what is still to come, use “Delay and new day”.", "day");
        RefuseUnless(done >= AcceptedOn, "supply.day-before-acceptance", $"不能早於受理的日子 {Show(AcceptedOn).Zh}。", $"It cannot be before the day of acceptance, {Show(AcceptedOn).En}.", "day");
        RefuseUnless(Stages[index - 1].Actual is not null, "supply.stage-order", "前一個階段還沒登錄完成，請先登錄前一個階段。", "The stage before it is still open; record that one first.", "stage");
        RefuseUnless(done >= Stages[index - 1].Actual, "supply.day-before-stage", $"不能早於前一個階段完成的日子 {Show(Stages[index - 1].Actual!.Value).Zh}。", $"It cannot be before the stage before it was done, {Show(Stages[index - 1].Actual!.Value).En}.", "day");
        RefuseUnless(!(done > Stages.ElementAtOrDefault(index + 1)?.Actual), "supply.day-after-stage", "不能晚於下一個階段完成的日子。", "It cannot be after the next stage was done.", "day");
        cause ??= stage.Cause;
        RefuseUnless(stage.Customer || done <= stage.Allowed || cause is not null, "supply.delay-cause", $"比預定的 {Show(stage.Allowed).Zh} 晚，請選延誤的原因。", $"It is later than {Show(stage.Allowed).En} as planned; choose the reason for the delay.", "cause");
        var explained = !stage.Customer && done > stage.Allowed && stage.Cause != cause;
        return
        [
            .. explained ? Explain(index, cause!.Value, null, by, clock.Now) : [],
            .. Mark(index, done, StageSource.Hand, department, by, clock),
        ];
    }

    /// <summary>The case has moved past these stages, or was finished.</summary>
    /// <param name="last">Index of the last of them.</param>
    public IEnumerable<IEvent> Pass(int last, StageSource source, string department, string by, SupplyClock clock) =>
        [.. Stages.Index().Where(s => s.Index <= last && s.Item.Actual is null).Select(s => s.Index).ToList().SelectMany(index => Mark(index, clock.Today, source, department, by, clock))];

    /// <summary>A stage and those after it are open again.</summary>
    /// <param name="first">Index of the first of them; the acceptance stays.</param>
    public IEnumerable<IEvent> Reopen(int first, SupplyClock clock)
    {
        if (first < 1 || first >= Stages.Count || Stages[first].Actual is null)
        {
            return FollowClock(clock);
        }

        Stages = [.. Stages.Select((stage, index) => index < first ? stage : stage with { Actual = null, Source = null, By = null, RecordedAt = null })];
        return [new SupplyStageReopened(Stages[first].Code), .. Reckon(clock)];
    }

    /// <summary>The clock of the case stopped or runs again; once power is on that changes nothing here.</summary>
    public IEnumerable<IEvent> FollowClock(SupplyClock clock) => PoweredOn is null ? Reckon(clock) : [];

    /// <summary>The customer says when power is wanted.</summary>
    public IEnumerable<IEvent> Ask(LocalDate? day, SupplyClock clock)
    {
        RefuseIfOn();
        RefuseUnless(day is not null, "supply.requested", "請填用戶希望供電的日子。", "Enter the day on which the customer wants power.", "day");
        RefuseUnless(day >= AcceptedOn && day <= clock.Today + LongestAhead, "supply.requested-range", $"請填受理的日子 {Show(AcceptedOn).Zh} 以後、兩年以內的日子。", $"Enter a day from the acceptance, {Show(AcceptedOn).En}, to two years from now.", "day");
        RefuseUnless(day != Requested, "supply.requested-same", "和原來登錄的一樣。", "It is the day that was recorded before.", "day");
        var asked = new SupplyRequested(Requested, day!.Value);
        Requested = day;
        return [asked, .. Reckon(clock)];
    }

    /// <summary>Why a stage is late, what is done about it and, if it is known, the new day; those after it shift with it.</summary>
    public IEnumerable<IEvent> Delay(string? code, SupplyCause? cause, string? recovery, LocalDate? day, string by, SupplyClock clock)
    {
        RefuseIfOn();
        var index = Stages.Index().FirstOrDefault(s => s.Item.Code == code && s.Item.Actual is null).Index;
        RefuseUnless(index > 0, "supply.stage-open", "請選還沒完成的階段。", "Choose a stage that is not done yet.", "stage");
        Refusals.ThrowIfAny([.. Wrong()]);
        var events = Explain(index, cause!.Value, recovery!.Trim(), by, clock.Now).ToList();
        if (day is { } to && to != Stages[index].Expected)
        {
            var before = Stages[index].Expected;
            Set(index, Stages[index] with { Replanned = to });
            events.AddRange(Reckon(clock));
            events.Add(new SupplyReplanned(code!, before, to, ExpectedOn));
        }

        return events;

        IEnumerable<Refusal> Wrong()
        {
            if (cause is null || !Enum.IsDefined(cause.Value))
            {
                yield return new("supply.delay-cause", "請選延誤的原因。", "Choose the reason for the delay.", "cause");
            }

            if (string.IsNullOrWhiteSpace(recovery) || recovery.Trim().Length > LongestRecovery)
            {
                yield return new("supply.recovery", $"請寫補救措施，最多 {LongestRecovery} 字。", $"Write what is done about it, in at most {LongestRecovery} characters.", "recovery");
            }

            var earliest = LocalDate.Max(clock.Today, Stages[index - 1].Expected);
            if (day < earliest || day > clock.Today + LongestAhead)
            {
                yield return new("supply.new-day", $"新的日子不能早於 {Show(earliest).Zh}，也不能晚過兩年。", $"The new day cannot be before {Show(earliest).En}, nor more than two years ahead.", "day");
            }
        }
    }

    private void RefuseIfOn() => RefuseUnless(PoweredOn is null, "supply.on", "已經送電了，不用再改日程。", "Power is on; the schedule needs no change.");

    private IEnumerable<IEvent> Explain(int index, SupplyCause cause, string? recovery, string by, Instant now)
    {
        Set(index, Stages[index] with { Cause = cause });
        Delays = [.. Delays, new(Stages[index].Code, cause, recovery, by, now)];
        return [new SupplyDelayed(ServiceRequest.KeyOf(Request), Service, Stages[index].Code, cause)];
    }

    private IEnumerable<IEvent> Mark(int index, LocalDate day, StageSource source, string department, string by, SupplyClock clock)
    {
        var before = (PoweredOn, PowerOn, InTime);
        Set(index, Stages[index] with { Actual = day, Source = source, By = by, RecordedAt = clock.Now });
        List<IEvent> events = [new SupplyStageReached(Stages[index].Code, Stages[index].Planned, day), .. Reckon(clock)];
        if (PoweredOn is { } on && before != (PoweredOn, PowerOn, InTime))
        {
            // Also when a stage before it was put right and what counts as planned moved with it.
            events.Add(new SupplyPoweredOn(ServiceRequest.KeyOf(Request), Service, department, PowerOn, on, InTime!.Value, WorkingDays!.Value));
        }

        return events;
    }

    private void Set(int index, SupplyStage stage) => Stages = [.. Stages.Take(index), stage, .. Stages.Skip(index + 1)];

    private static Phrase Show(LocalDate day) => RocDate.Show(day);
}
