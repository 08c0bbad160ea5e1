namespace GridDesk.Requests.Chasing;

internal static class ChaseWords
{
    extension(ChaseRung rung)
    {
        public Phrase Title => rung switch
        {
            ChaseRung.Before => new("到期前兩天", "Two days before"),
            ChaseRung.Due => new("到期", "Due"),
            ChaseRung.Late => new("逾期", "Overdue"),
            _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
        };

        /// <summary>A kind of <c>gd-status</c>.</summary>
        public string Mark => rung switch { ChaseRung.Before => "ok", ChaseRung.Due => "soon", _ => "late" };
    }

    extension(ChaseCause cause)
    {
        public Phrase Title => cause switch
        {
            ChaseCause.Workload => new("案件太多", "Too many cases"),
            ChaseCause.OtherUnit => new("等其他部門", "Waiting for another department"),
            ChaseCause.OtherAgency => new("等其他機關", "Waiting for another agency"),
            ChaseCause.Material => new("等材料或施工", "Waiting for material or construction"),
            ChaseCause.Customer => new("等用戶", "Waiting for the customer"),
            ChaseCause.Weather => new("天候", "Weather"),
            ChaseCause.Forgotten => new("疏漏", "Overlooked"),
            ChaseCause.Other => new("其他", "Other"),
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
        };
    }
}
