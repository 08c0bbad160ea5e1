using GridDesk.Kernel.Forms;
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
    /// <summary>Kinds of question that it adds to the plain ones.</summary>
    public virtual IReadOnlyList<IFieldKind> FieldKinds => [];

    /// <summary>What it reads from the office's pack.</summary>
    /// <param name="kinds">Every kind of question that the running modules know.</param>
    public virtual IReadOnlyList<PackSection> Pack(FieldKinds kinds) => [];

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }

    /// <summary>A process opened with this pack, which is in force from now on; called at every start, whether the edition is new or not.</summary>
    public virtual Task OnPackAsync(IServiceProvider services, LoadedPack pack, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Fills a new office with believable people and work, for <c>--demo</c>.</summary>
    public virtual Task AddDemoAsync(IServiceProvider services, Demo demo, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>What <c>--demo</c> asks the modules to fill.</summary>
/// <param name="Password">Of every account.</param>
/// <param name="Customers">How many customers with premises.</param>
/// <param name="From">The first day of the requests; they run up to the present.</param>
/// <param name="Seed">The same seed gives the same office.</param>
public sealed record Demo(string Password, int Customers, LocalDate From, int Seed = 108);
