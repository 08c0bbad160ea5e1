namespace GridDesk.Requests.Shadow;

/// <summary>How a case of a register stands under our promises.</summary>
/// <param name="DueAt">Due by rule or norm, whichever is the earlier; null when neither is known.</param>
internal sealed record Judgement(Verdict Verdict, Instant? DueAt)
{
    /// <summary>Working days past the day due; 0 when it was late by less than one.</summary>
    public int LateBy { get; init; }

    /// <summary>Why it was late; null when it was not.</summary>
    public Cause? Cause { get; init; }

    /// <summary>What the old system thought of it; null when it gave no day due.</summary>
    public bool? OldLate { get; init; }

    /// <summary>Why the old system thought otherwise; null when it did not.</summary>
    public Cause? Difference { get; init; }
}

internal enum Verdict
{
    InTime,
    Late,

    /// <summary>Past its day and without an end.</summary>
    NeverAnswered,

    /// <summary>Without an end, and not past its day when the register was written.</summary>
    Open,

    /// <summary>The clock still stands still.</summary>
    Waiting,

    /// <summary>Nobody knows a limit for this service.</summary>
    NoLimit,

    /// <summary>The register says that it does not count.</summary>
    Void,
}

/// <summary>Why a case was late, or why the old system judged it otherwise.</summary>
internal enum Cause { NeverAnswered, MakeUpDay, AfterNoon, Weekends, Customer, Permit, Simply, OtherLimit }

internal static class ShadowWords
{
    extension(Verdict verdict)
    {
        public Phrase Title => verdict switch
        {
            Verdict.InTime => new("準時", "In time"),
            Verdict.Late => new("逾期辦結", "Closed late"),
            Verdict.NeverAnswered => new("逾期未結", "Never answered"),
            Verdict.Open => new("還沒到期", "Not due yet"),
            Verdict.Waiting => new("停止計時中", "Clock stopped"),
            Verdict.NoLimit => new("沒有期限", "No limit known"),
            _ => new("作廢", "Void"),
        };

        public bool IsLate => verdict is Verdict.Late or Verdict.NeverAnswered;
    }

    extension(Cause cause)
    {
        /// <summary>Why it was late.</summary>
        public Phrase Title => cause switch
        {
            Cause.NeverAnswered => new("一直沒有辦結", "Never answered"),
            Cause.MakeUpDay => new("漏算補行上班日", "A make-up working day was not counted"),
            Cause.AfterNoon => new("下午收件，隔天才起算", "Received after noon and counted from the next day only"),
            Cause.Weekends => new("日曆天當成工作日算", "Calendar days were counted as working days"),
            Cause.Customer => new("用戶補件後沒有趕上", "Not caught up after waiting for the customer"),
            Cause.Permit => new("等路證、停止計時後沒有趕上", "Not caught up after the clock stood still for a permit"),
            Cause.Simply => new("單純逾期", "Simply late"),
            _ => new("期限不同", "Another limit"),
        };

        /// <summary>Why the old system called it late though it was in time.</summary>
        public Phrase WhySaidLate => cause switch
        {
            Cause.Customer => new("等用戶補件的時間也算進去了", "Waiting for the customer was counted"),
            Cause.Permit => new("等路證、停止計時的時間也算進去了", "Time in which the clock stood still for a permit was counted"),
            Cause.Weekends => new("週末和放假日也算進去了", "Weekends and holidays were counted"),
            _ => new("舊系統的期限比較短", "The old system’s limit was shorter"),
        };

        /// <summary>Why the old system called it in time though it was late.</summary>
        public Phrase WhyNotSeen => cause == Cause.OtherLimit ? new("舊系統的期限比較長", "The old system’s limit was longer") : cause.Title;
    }
}
