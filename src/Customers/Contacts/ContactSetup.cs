using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Kernel.Pack;
using GridDesk.Staff.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers.Contacts;

internal static class ContactSetup
{
    /// <summary>Where customers are reached, and what they agreed to.</summary>
    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddSingleton<StopWords>()
        .AddScoped<ContactDesk>()
        .AddScoped(of => new ContactDirectory(of.GetRequiredService<OfficeDb>(), of.GetRequiredService<ContactDesk>(), of.GetRequiredService<StopWords>(), of.GetRequiredService<PackInForce>()))
        .AddScoped<IEvidenceSight, ContactSight>()
        .AddSingleton(new LookedAt("contact", new("聯絡方式", "Address of a customer")))
        .Offer(ContactIndicators.All);
}
