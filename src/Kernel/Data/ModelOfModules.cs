using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GridDesk.Kernel.Data;

/// <summary>The tables follow from the modules; programs with different ones in one process must not share a model.</summary>
internal sealed class ModelOfModules : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, ((OfficeDb)context).ModuleNames);
}
