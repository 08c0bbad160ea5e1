namespace GridDesk.Customers.Contacts;

/// <summary>
/// That something may be sent to an address, from when it was given until it was withdrawn; or, without a beginning, the objection to
/// what needs no consent. Rows are only ever added and ended, so that what held on any day can be shown.
/// </summary>
internal sealed class Consent
{
    public required Guid Id { get; init; }
    public required Guid Point { get; init; }
    public required string Purpose { get; init; }

    /// <summary>The electricity number that it was given for; null for what is not about one.</summary>
    public string? Account { get; init; }

    /// <summary>Null when it was never needed.</summary>
    public Instant? GivenAt { get; init; }
    public ContactWay? GivenWay { get; init; }

    /// <summary>Actor who wrote it down: the customer, or a member of the staff.</summary>
    public string? GivenBy { get; init; }

    public Instant? WithdrawnAt { get; private set; }
    public ContactWay? WithdrawnWay { get; private set; }
    public string? WithdrawnBy { get; private set; }

    public bool Stands => GivenAt is not null && WithdrawnAt is null;

    /// <summary>When it was given or withdrawn last.</summary>
    public Instant At => WithdrawnAt ?? GivenAt!.Value;

    public void Withdraw(ContactWay way, string by, Instant now) => (WithdrawnAt, WithdrawnWay, WithdrawnBy) = (now, way, by);
}
