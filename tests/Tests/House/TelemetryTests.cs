using System.Collections.Concurrent;
using GridDesk.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GridDesk.Tests.House;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Where_nobody_listens_nothing_is_measured()
    {
        await using var office = await TestOffice.OpenAsync();
        office.App.Services.GetService<TracerProvider>().ShouldBeNull();
        office.App.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task A_collector_gets_the_traces_and_the_figures_and_no_code_of_a_customer()
    {
        var sent = new ConcurrentDictionary<string, byte[]>();
        await using var collector = await CollectorAsync(sent);
        await using var app = GridDesk.Web.OfficeProgram.Build(TestDatabase.OptionsOf($"telemetry_{Guid.NewGuid():N}"), builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.Single();
            builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            foreach (var worker in builder.Services.Where(s => s.ServiceType.Name == "IHostedService" && s.ImplementationType?.Namespace?.StartsWith("GridDesk", StringComparison.Ordinal) is not false).ToList())
            {
                builder.Services.Remove(worker);
            }
        });
        await app.StartAsync();
        await app.GetTestClient().GetAsync("/api/requests/CY108-00001-R?code=3XRSZP37");

        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").LogWarning("What is logged stays in the house");

        // A request's trace ends a moment after its answer.
        for (var tries = 0; tries < 100 && !sent.ContainsKey("/v1/traces"); tries++)
        {
            app.Services.GetRequiredService<TracerProvider>().ForceFlush(10_000).ShouldBeTrue();
            await Task.Delay(50);
        }

        app.Services.GetRequiredService<MeterProvider>().ForceFlush(10_000).ShouldBeTrue();
        app.Services.GetService<LoggerProvider>()?.ForceFlush(10_000);
        sent.Keys.ShouldBe(["/v1/traces", "/v1/metrics"], ignoreOrder: true);
        System.Text.Encoding.UTF8.GetString(sent["/v1/traces"]).ShouldContain("griddesk");
        System.Text.Encoding.UTF8.GetString(sent["/v1/traces"]).ShouldNotContain("3XRSZP37");
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentDictionary<string, byte[]> sent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            sent[http.Request.Path.Value!] = body.ToArray();
        });
        await collector.StartAsync();
        return collector;
    }
}
