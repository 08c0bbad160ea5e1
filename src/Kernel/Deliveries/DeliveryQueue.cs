namespace GridDesk.Kernel.Deliveries;

/// <summary>Deliveries that wait for the same system. Queues never wait for each other.</summary>
/// <param name="Name">At most 20 characters.</param>
/// <param name="AtOnce">How many of them a process carries out at the same time.</param>
public sealed record DeliveryQueue(string Name, int AtOnce)
{
    /// <summary>How many more a process takes than it has hands; the others of its lane, or of another process, wait for them.</summary>
    public int Ahead => 8;

    /// <summary>What the office does within its own house: one after another, so that two never change the same thing.</summary>
    public static DeliveryQueue Office { get; } = new("office", 1);
}

/// <summary>How speaking with somebody else's system went.</summary>
/// <param name="Save">What it changes here; done in the save that says how the delivery stands.</param>
public sealed record Called(Func<Task> Save)
{
    /// <summary>Why it is to be tried again, after a pause that grows.</summary>
    public string? Failure { get; private init; }

    /// <summary>Not before then, and without counting as a try.</summary>
    public Instant? PutOffTo { get; private init; }

    public static Called Done(Func<Task>? save = null) => new(save ?? Nothing);

    /// <param name="failure">Shown to who keeps the program; names nobody.</param>
    public static Called Failed(string failure, Func<Task>? save = null) => new(save ?? Nothing) { Failure = failure };

    /// <summary>It goes on then, and this was no try that failed.</summary>
    public static Called NotBefore(Instant then, Func<Task>? save = null) => new(save ?? Nothing) { PutOffTo = then };

    private static Task Nothing() => Task.CompletedTask;
}
