using System.Net;
using System.Net.Sockets;

namespace GridDesk.Notices;

/// <summary>
/// Opens connections to the outside world alone. A name is looked up when the connection is made, and the address that was found is the one
/// that is connected to: the name that a stranger gave cannot be turned to a machine of the own network afterwards.
/// </summary>
internal static class OutsideOnly
{
    // Of the special-purpose registries of IANA: what is not reachable from everywhere.
    private static readonly IPNetwork[] Inside =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    public static bool IsOutside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily is AddressFamily.InterNetwork || Global.Contains(plain)) && !Inside.Any(network => network.Contains(plain));
    }

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(connection.DnsEndPoint.Host, cancel);
        var outside = found.Where(IsOutside).ToArray();
        if (outside.Length == 0)
        {
            throw new InsideAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(outside, connection.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

internal sealed class InsideAddressException() : Exception("the name leads to an address of an inside network");
