using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>Applications for supply in a test's office.</summary>
internal static class SupplyCases
{
    /// <summary>A temporary supply, complete at once; wanted from a day on.</summary>
    public static Filing Temporary(string from = "2019-06-21", string name = "施工") => new(
        "TEMP", Channel.Counter, new Applicant(name, "0912-345-678", null), null, null,
        new JsonObject { ["purpose"] = "other", ["siteAddress"] = "600嘉義市東區民族路28號", ["fromDate"] = from, ["toDate"] = "2019-12-31", ["loadKw"] = 5 },
        [new GivenDocument("identity", null)]);

    extension(TestOffice office)
    {
        public Task<SupplySchedule> ScheduleAsync(Guid request) => office.WithAsync<OfficeDb, SupplySchedule>(db => db.Set<SupplySchedule>().AsNoTracking().SingleAsync(s => s.Request == request));

        public async Task<ServiceRequest> StepAsync(ServiceRequest request, string step) =>
            await office.DoAsync(async desk => await desk.GoToAsync((await desk.GetAsync(request.Id)).Change(), step));

        public void SetDay(int month, int day, int hour = 10) => office.Clock.Reset(Instant.FromUtc(2019, month, day, hour - 8, 0));
    }
}
