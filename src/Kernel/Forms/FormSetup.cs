using GridDesk.Kernel.Forms.Kinds;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Forms;

public static class FormSetup
{
    /// <summary>
    /// Adds <see cref="FieldKinds"/> and the plain kinds. A module adds its own with
    /// <c>AddSingleton&lt;IFieldKind, …&gt;()</c>.
    /// </summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        foreach (var kind in Plain)
        {
            services.AddSingleton(kind);
        }

        return services.AddSingleton<FieldKinds>();
    }

    internal static IReadOnlyList<IFieldKind> Plain =>
        [new TextKind(), new NumberKind(), new DateKind(), new ChoiceKind(), new PhoneKind(), new EmailKind(), new FileKind()];
}
