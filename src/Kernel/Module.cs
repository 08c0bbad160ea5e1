using GridDesk.Kernel.Pack;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel;

/// <summary>
/// One part of the office's work. A module brings its own services, pages, endpoints and tables (every
/// <see cref="IEntityTypeConfiguration{TEntity}"/> of its assembly); the program lists the modules it runs,
/// lower ones first, and knows nothing else about them.
/// </summary>
public abstract class Module
{
    /// <summary>What it reads from the office's pack, and how.</summary>
    public virtual IReadOnlyList<PackSection> PackSections => [];

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
