using GridDesk.Kernel.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Providers;

/// <summary>Which providers there are stands in the environment (docs/operating.md); a channel without one is spooled.</summary>
internal static class ProviderSetup
{
    private const string Client = "message-providers";

    public static void AddProviders(this IServiceCollection services)
    {
        services.AddHttpClient(Client);
        services.AddSingleton(of => new ProvidersOfChannel(All(of.GetRequiredService<IConfiguration>(), of.GetRequiredService<Store>(), () => of.GetRequiredService<IHttpClientFactory>().CreateClient(Client))));
    }

    private static List<IMessageProvider> All(IConfiguration settings, Store store, Func<HttpClient> http)
    {
        List<IMessageProvider> all = [];
        foreach (var place in (string[])["1", "2"])
        {
            if (Set($"GRIDDESK_SMTP_{place}") is { } server)
            {
                all.Add(new SmtpMail(SmtpSettings.Read($"smtp-{place}", server, Set("GRIDDESK_MAIL_FROM") ?? "griddesk@localhost.localdomain")));
            }

            foreach (var channel in (MessageChannel[])[MessageChannel.Sms, MessageChannel.Voice])
            {
                var name = $"{channel}".ToUpperInvariant();
                if (Set($"GRIDDESK_{name}_{place}") is { } url)
                {
                    all.Add(new HttpProvider(http(), new($"{name.ToLowerInvariant()}-{place}", channel, new Uri(url, UriKind.Absolute), Set($"GRIDDESK_{name}_{place}_TOKEN"))));
                }
            }
        }

        all.AddRange(Enum.GetValues<MessageChannel>().Where(channel => all.All(p => p.Channel != channel)).Select(channel => new Spool(channel, store)));
        return all;

        string? Set(string name) => settings[name] is { Length: > 0 } value ? value : null;
    }
}
