using System.Net;
using System.Net.Sockets;

namespace GridDesk.Notices.Phone;

/// <summary>
/// Strangers say where their push service is, so the program would call whatever address they name. It calls none inside our own net:
/// the name is looked at when it is given, and where it leads each time it is called.
/// </summary>
internal static class PublicHosts
{
    /// <summary>A place of the internet by https on its usual port.</summary>
    public static bool IsPublic(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url is { Scheme: "https", IsDefaultPort: true, UserInfo: "" }
        && (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) ? IsPublic(ip) : url.Host.Contains('.') && !Inside.Any(end => url.Host.TrimEnd('.').EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    public static bool IsPublic(IPAddress address)
    {
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return ip.AddressFamily switch
        {
            AddressFamily.InterNetwork => !OwnNets4.Any(net => net.Contains(ip)),
            AddressFamily.InterNetworkV6 => Global6.Contains(ip) && !OwnNets6.Any(net => net.Contains(ip)),
            _ => false,
        };
    }

    /// <summary>Connections to public addresses only, whatever the name server says by then; never on to somewhere else.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectCallback = async (where, cancel) =>
        {
            var found = (await Dns.GetHostAddressesAsync(where.DnsEndPoint.Host, cancel)).Where(IsPublic).ToArray();
            if (found.Length == 0)
            {
                throw new HttpRequestException($"{where.DnsEndPoint.Host} leads to no public address");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(found, where.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    private static readonly string[] Inside = [".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain"];

    // https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly IPNetwork[] OwnNets4 =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3" }
            .Select(net => IPNetwork.Parse(net)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Tunnels that carry an IPv4 address inside, and what is set apart for examples.
    private static readonly IPNetwork[] OwnNets6 = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];
}
