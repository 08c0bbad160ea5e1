using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Routing;

internal static class RouteTables
{
    extension(OfficeDb db)
    {
        public DbSet<Route> Routes => db.Set<Route>();

        public DbSet<ProviderTurn> ProviderTurns => db.Set<ProviderTurn>();
    }

    private sealed class RouteMapping : IEntityTypeConfiguration<Route>
    {
        public void Configure(EntityTypeBuilder<Route> route)
        {
            route.ToTable("message_routes");
            route.HasKey(r => r.Channel);
            route.Ignore(r => r.Key);
        }
    }

    private sealed class TurnMapping : IEntityTypeConfiguration<ProviderTurn>
    {
        public void Configure(EntityTypeBuilder<ProviderTurn> turn)
        {
            turn.ToTable("message_turns");
            turn.HasKey(t => t.Provider);
            turn.Property(t => t.Provider).HasMaxLength(40);
        }
    }
}

/// <summary>Until when a provider's turns are given away; one row each, shared by all processes.</summary>
internal sealed class ProviderTurn
{
    public required string Provider { get; init; }

    /// <summary>In microseconds since 1970, so that both stores can add to it.</summary>
    public required long NextAt { get; init; }
}
