using System.Text.Json.Nodes;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Search;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Data;

/// <summary>
/// The office's one database. Each module adds its own tables by mappings in its assembly and reaches them through
/// <c>internal</c> extension properties, so no module can see another's.
/// </summary>
public sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options), IDataProtectionKeyContext
{
    private readonly IServiceProvider? _services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    internal string ModuleNames => string.Join(',', Modules.Select(m => m.GetType().FullName));

    private IReadOnlyList<Module> Modules => _services?.GetRequiredService<IReadOnlyList<Module>>() ?? [];

    public bool IsPostgres => Database.IsNpgsql();

    /// <summary>Keys that sign cookies and forms; shared, so that any process reads what another wrote.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Does <paramref name="work"/> and saves what is pending, all of it or nothing, and no other writer can come between
    /// on SQLite. There is one of these per command: state, events and deliveries stand together or not at all. One inside
    /// another joins it, so that many commands can be saved at once.
    /// </summary>
    /// <exception cref="Refusal">Code <c>conflict</c>: somebody else changed the same thing since it was read.</exception>
    public async Task<T> CommitAsync<T>(Func<Task<T>> work, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            var joined = await work();
            await SaveChangesAsync(cancel);
            return joined;
        }

        Database.AutoSavepointsEnabled = false; // a save that fails ends the whole command; the pool sets it back each time
        IReadOnlyList<string> queues = [];
        T result = default!;
        try
        {
            await (IsPostgres ? CommitAloneAsync(WriteAsync, cancel) : WriteGate.Of(this).CommitAsync(this, WriteAsync, cancel));
        }
        catch
        {
            ChangeTracker.Clear(); // what was refused must not slip into the next save of the same request
            throw;
        }

        foreach (var queue in queues)
        {
            _services?.GetService<WorkSignal>()?.Raise(queue);
        }

        return result;

        async Task WriteAsync()
        {
            result = await work();
            queues = [.. ChangeTracker.Entries<Delivery>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Queue).Distinct()];
            await SaveChangesAsync(cancel);
        }
    }

    /// <inheritdoc cref="CommitAsync{T}"/>
    public Task CommitAsync(Func<Task>? work = null, CancellationToken cancel = default) =>
        CommitAsync(async () =>
        {
            await (work?.Invoke() ?? Task.CompletedTask);
            return true;
        }, cancel);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Database.CurrentTransaction is null ? await WriteGate.EnterAsync(this, cancellationToken) : null;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        // Two changes of one subject write the same next event; which of the two rows is refused first is the store's choice.
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.IsTaken("events", "subject"))
        {
            throw new Refusal("conflict", "剛剛有別人改了這件。您填的還在，請看過再存。",
                "Somebody else has just changed this. What you typed is kept; please look and save again.");
        }
    }

    private async Task CommitAloneAsync(Func<Task> write, CancellationToken cancel)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await write();
        await transaction.CommitAsync(CancellationToken.None); // called off halfway, nobody could say whether it was saved
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        foreach (var module in Modules)
        {
            if (module.GetType().Assembly != typeof(OfficeDb).Assembly)
            {
                model.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
            }
        }

        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(Subject).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(Subject.Version))!.IsConcurrencyToken = true;
            }

            NameColumns(entity);
        }

        if (!IsPostgres)
        {
            model.Entity<RecordedEvent>().Property(e => e.Transaction).HasDefaultValue(0L).HasSentinel(-1);
        }
        else
        {
            // Words are compared by their bytes on both stores, whatever the database's language.
            model.Entity<SearchWord>().Property(w => w.Word).UseCollation("C");
            model.Entity<RecordedEvent>().Property(e => e.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint").HasSentinel(-1);
        }
    }

    // Both stores must agree on every stored value, to the microsecond and to the byte.
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<StoredInstant>();
        conventions.Properties<LocalDate>().HaveConversion<StoredDate>();
        conventions.Properties<Money>().HaveConversion<StoredMoney>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<JsonObject>().HaveConversion<StoredJson, StoredJsonComparer>();
    }

    private static void NameColumns(IMutableEntityType entity)
    {
        if (entity.IsMappedToJson())
        {
            return; // its members have names inside the document, not columns
        }

        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(string.Concat(property.Name.Select((letter, index) =>
                char.IsUpper(letter) ? (index > 0 ? "_" : "") + char.ToLowerInvariant(letter) : $"{letter}")));
        }
    }
}
