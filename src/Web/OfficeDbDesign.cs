using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace GridDesk.Web;

/// <summary>Lets <c>dotnet ef</c> see the whole model; see CONTRIBUTING.md for the two commands.</summary>
internal sealed class OfficeDbDesign : IDesignTimeDbContextFactory<OfficeDb>
{
    public OfficeDb CreateDbContext(string[] args)
    {
        var options = new RunOptions("serve", null) { Postgres = args.Contains("postgres") ? "Host=localhost;Database=office" : null };
        return OfficeProgram.Build(options).Services.CreateScope().ServiceProvider.GetRequiredService<OfficeDb>();
    }
}
