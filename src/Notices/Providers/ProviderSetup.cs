using System.Globalization;
using GridDesk.Kernel.Data;
using GridDesk.Notices.Spooled;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Providers;

/// <summary>Which providers there are stands in the environment (docs/operating.md); a channel without one is spooled.</summary>
internal static class ProviderSetup
{
    private const string Client = "message-providers";

    // Whoever waits for a turn holds a delivery, which must be over before its lease is.
    private const double SlowestPace = 0.2;

    public static void AddProviders(this IServiceCollection services)
    {
        services.AddHttpClient(Client);
        services.AddSingleton(of => SpoolFolder.Of(of.GetRequiredService<IConfiguration>(), of.GetRequiredService<Store>()));
        services.AddSingleton(of => new ProvidersOfChannel(All(of.GetRequiredService<IConfiguration>(), of.GetRequiredService<SpoolFolder>(), () => of.GetRequiredService<IHttpClientFactory>().CreateClient(Client), [.. of.GetServices<IMessageProvider>()])));
    }

    private static List<IMessageProvider> All(IConfiguration settings, SpoolFolder spool, Func<HttpClient> http, List<IMessageProvider> all)
    {
        foreach (var place in (string[])["1", "2"])
        {
            if (Set($"GRIDDESK_SMTP_{place}") is { } server)
            {
                all.Add(new SmtpMail(SmtpSettings.Read($"smtp-{place}", server, Set("GRIDDESK_MAIL_FROM") ?? "griddesk@localhost.localdomain") with { PerSecond = Pace($"GRIDDESK_SMTP_{place}_PER_SECOND") }));
            }

            foreach (var channel in (MessageChannel[])[MessageChannel.Sms, MessageChannel.Voice])
            {
                var name = $"{channel}".ToUpperInvariant();
                if (Set($"GRIDDESK_{name}_{place}") is { } url)
                {
                    all.Add(new HttpProvider(http(), new($"{name.ToLowerInvariant()}-{place}", channel, new Uri(url, UriKind.Absolute), Set($"GRIDDESK_{name}_{place}_TOKEN"))
                    {
                        PerSecond = Pace($"GRIDDESK_{name}_{place}_PER_SECOND"),
                        GivesReceipts = Set($"GRIDDESK_RECEIPTS_{name}_{place}") is not null,
                    }));
                }
            }
        }

        all.AddRange(MessageChannel.Carried.Where(channel => all.All(p => p.Channel != channel)).Select(channel => new Spool(channel, spool)));
        return all;

        string? Set(string name) => settings[name] is { Length: > 0 } value ? value : null;

        double? Pace(string name) => Set(name) is not { } value ? null
            : double.TryParse(value, CultureInfo.InvariantCulture, out var perSecond) && perSecond is >= SlowestPace and <= 10_000 ? perSecond
            : throw new InvalidOperationException($"{name} is how many messages a second the provider may get, from {SlowestPace} to 10000.");
    }
}
