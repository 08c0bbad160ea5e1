using GridDesk.Kernel.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Providers;

/// <summary>Which providers there are stands in the environment (docs/operating.md); a channel without one is spooled.</summary>
internal static class ProviderSetup
{
    public static void AddProviders(this IServiceCollection services) => services.AddSingleton(of =>
    {
        var (settings, store) = (of.GetRequiredService<IConfiguration>(), of.GetRequiredService<Store>());
        List<IMessageProvider> all = [];
        foreach (var name in (string[])["smtp-1", "smtp-2"])
        {
            if (settings[$"GRIDDESK_{name.ToUpperInvariant().Replace('-', '_')}"] is { Length: > 0 } address)
            {
                all.Add(new SmtpMail(SmtpSettings.Read(name, address, settings["GRIDDESK_MAIL_FROM"] ?? "griddesk@localhost.localdomain")));
            }
        }

        all.AddRange(Enum.GetValues<MessageChannel>().Where(channel => all.All(p => p.Channel != channel)).Select(channel => new Spool(channel, store)));
        return new ProvidersOfChannel(all);
    });
}
