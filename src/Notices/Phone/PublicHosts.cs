using System.Net;

namespace GridDesk.Notices.Phone;

/// <summary>
/// Strangers say where their push service is, so the program would call whatever address they name. It calls none inside our own net:
/// the name is looked at when it is given, and where it leads each time it is called.
/// </summary>
internal static class PublicHosts
{
    private static readonly string[] Inside = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain"];

    /// <summary>A place of the internet by https on its usual port.</summary>
    public static bool IsPublic(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        && (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) ? OutsideOnly.IsOutside(ip) : url.Host.Contains('.') && !Inside.Any(end => url.Host.TrimEnd('.').EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Connections to public addresses only, whatever the name server says by then; never on to somewhere else.</summary>
    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = OutsideOnly.ConnectAsync };
}
