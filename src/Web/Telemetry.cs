using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GridDesk.Web;

/// <summary>
/// Traces and figures of the running program, sent by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says. They are those that
/// the framework and the database driver make themselves, and never what is logged; without the address nothing is loaded and nothing is measured.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            Send(builder.Services);
        }
    }

    private static void Send(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("griddesk"))
        .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter())
        .WithMetrics(figures => figures.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter());
}
