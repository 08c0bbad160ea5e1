using GridDesk.Kernel.Indicators;
using GridDesk.Staff.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Notices.Care;

internal static class CareSetup
{
    /// <summary>Material asked for by telephone, and the call whether it arrived.</summary>
    public static void AddCare(this IServiceCollection services)
    {
        services.AddScoped<CareDesk>();
        services.AddScoped<CareAccess>();
        services.AddScoped<IEvidenceSight, CareSight>();
        services.AddSingleton(new LookedAt("care-call", new("索取資料的用戶", "Customer who asked for material")));
        services.Offer(CareIndicators.All);
    }
}
