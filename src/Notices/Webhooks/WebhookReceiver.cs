using GridDesk.Kernel.Events;

namespace GridDesk.Notices.Webhooks;

/// <summary>Another program that hears of what happens in the office.</summary>
internal sealed class WebhookReceiver : Subject
{
    public const int LongestName = 60;
    public const int LongestUrl = 500;

    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Url { get; set; }

    /// <summary>Names of the events that it gets.</summary>
    public required IReadOnlyList<string> Kinds { get; set; }

    public required Instant RegisteredAt { get; init; }
    public WebhookState State { get; private set; }

    /// <summary>Since when it has been in this state.</summary>
    public required Instant Since { get; set; }

    /// <summary>One process at a time speaks with it, so that what is about one thing arrives in order.</summary>
    public Instant? LeaseUntil { get; init; }

    /// <summary>Grows with every lease; whoever lost it saves nothing.</summary>
    public long Fence { get; init; }

    public override string Key => $"webhook:{Id:N}";

    /// <summary>Reads what an administrator typed.</summary>
    /// <param name="inside">Receivers in the own network may be reached, and without TLS.</param>
    /// <exception cref="Refusal">Something is missing or cannot be right.</exception>
    /// <exception cref="Refusals">Several things.</exception>
    public static (string Name, string Url, IReadOnlyList<string> Kinds) Read(string? name, string? url, IReadOnlyList<string>? kinds, bool inside)
    {
        List<Refusal> wrong = [];
        if (name?.Trim() is not { Length: > 0 and <= LongestName })
        {
            wrong.Add(new("webhook.name", $"請寫接收端的名稱，最多 {LongestName} 字。", $"Write the receiver’s name, in at most {LongestName} characters.", "name"));
        }

        if (url?.Trim() is not { Length: <= LongestUrl } address || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0 || uri.Host.Length == 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (inside && uri.Scheme == Uri.UriSchemeHttp)))
        {
            wrong.Add(new("webhook.url", "請寫 https:// 開頭的網址，裡面不要有帳號密碼，也不要有 #。", "Write an address that begins with https://, without a user name or password in it and without #.", "address"));
        }
        else if (!inside && System.Net.IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && !OutsideOnly.IsOutside(ip))
        {
            wrong.Add(new("webhook.inside", "這個位址在內部網路，不能送。", "This address lies in an inside network; nothing is sent there.", "address"));
        }

        if (kinds is not { Count: > 0 } || kinds.Any(kind => WebhookKinds.Find(kind) is null))
        {
            wrong.Add(new("webhook.kinds", "請選要送哪些事件。", "Choose which events it gets.", "kinds"));
        }

        Refusals.ThrowIfAny(wrong);
        return (name!.Trim(), new Uri(url!.Trim()).AbsoluteUri, [.. kinds!.Distinct()]);
    }

    public WebhookChanged Change(string name, string url, IReadOnlyList<string> kinds)
    {
        RefuseIfRemoved();
        var moved = url != Url;
        (Name, Url, Kinds) = (name, url, kinds);
        return new(moved, kinds);
    }

    /// <exception cref="Refusal"><c>webhook.state</c></exception>
    public WebhookPaused Pause(Instant now)
    {
        if (State is not WebhookState.Active)
        {
            throw Not("現在沒有在送。", "Nothing is sent to it now.");
        }

        (State, Since) = (WebhookState.Paused, now);
        return new();
    }

    /// <exception cref="Refusal"><c>webhook.state</c></exception>
    public WebhookResumed Resume(Instant now)
    {
        RefuseIfRemoved();
        if (State is WebhookState.Active)
        {
            throw Not("已經在送了。", "It is being sent to already.");
        }

        var from = State;
        (State, Since) = (WebhookState.Active, now);
        return new(from);
    }

    /// <summary>It answered 410; null when that is known already.</summary>
    public WebhookGone? Gone(Instant now)
    {
        if (State is not WebhookState.Active)
        {
            return null;
        }

        (State, Since) = (WebhookState.Gone, now);
        return new();
    }

    public WebhookRemoved Remove(int dropped, Instant now)
    {
        RefuseIfRemoved();
        (State, Since) = (WebhookState.Removed, now);
        return new(dropped);
    }

    private void RefuseIfRemoved()
    {
        if (State is WebhookState.Removed)
        {
            throw Not("這個接收端移除了。", "This receiver was removed.");
        }
    }

    private static Refusal Not(string zh, string en) => new("webhook.state", zh, en);
}
