using GridDesk.Hall.Figures;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests.Work;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Signs;

internal static class SignSetup
{
    /// <summary>Signs of counters, hours and fees.</summary>
    public static void AddSigns(this IServiceCollection services)
    {
        services.AddScoped<LiveSigns>();
        services.AddScoped<SignDesk>();
        services.AddScoped<IWorkNote, SignNote>();
        services.Offer(SignIndicators.All);
        services.Every<SignDesk>("check-signs", new("標示：還符不符現況", "Signs: whether they still say what is so"), "50 */5 * * * *");
    }
}
