namespace GridDesk.Customers.Contacts;

/// <summary>What an address is.</summary>
public enum ContactKind { Email, Phone }

/// <summary>How somebody told us what we may send.</summary>
public enum ContactWay
{
    Counter,
    Online,
    Phone,
    CallCentre,

    /// <summary>By letter, fax or mail, with somebody of ours writing it down.</summary>
    Paper,

    /// <summary>By the link in a message.</summary>
    Link,
}

internal static class ContactWords
{
    extension(ContactWay way)
    {
        public Phrase Name => way switch
        {
            ContactWay.Counter => new("臨櫃", "At the counter"),
            ContactWay.Online => new("網路", "Online"),
            ContactWay.Phone => new("電話", "By telephone"),
            ContactWay.CallCentre => new("客服中心", "Call centre"),
            ContactWay.Paper => new("書面", "In writing"),
            ContactWay.Link => new("訊息裡的連結", "Link in a message"),
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
        };
    }
}
