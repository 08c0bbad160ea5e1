using GridDesk.Kernel.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Customers.Fields;

/// <summary>The field kinds this module brings to every form.</summary>
internal static class CustomersFields
{
    public static IReadOnlyList<IFieldKind> All =>
        [new ElectricityNumberKind(), new PersonalIdKind(), new BusinessIdKind(), new AddressKind()];

    public static void AddTo(IServiceCollection services)
    {
        foreach (var kind in All)
        {
            services.AddSingleton(kind);
        }
    }
}
