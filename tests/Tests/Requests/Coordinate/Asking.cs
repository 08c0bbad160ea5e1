using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Requests.Coordinate;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Coordinate;

/// <summary>Short words for asking other units in a test's office.</summary>
internal static class Asking
{
    extension(TestOffice office)
    {
        public async Task<CoordinationTask> AskAsync(ServiceRequest request, string unit = "department:billing", string question = "請查這一戶的欠費", string? days = null)
        {
            await OfficeCases.DoAsync(office, desk => desk.AskUnitAsync(new(request.Id, null, OfficeCases.Clerk), new(unit, "Answer", question, days)));
            return (await office.TasksAsync(request)).Last();
        }

        /// <summary>A supervisor records the answer on the task's page.</summary>
        public async Task AnswerAsync(CoordinationTask task, string answer = "好")
        {
            var supervisor = await (await office.SignInAsync("supervisor")).GoAsync($"/en/desk/tasks/{task.Id}");
            await supervisor.Fill(task.IsAgency ? "What they answered" : "The answer", answer).PressAsync("Record the answer");
        }

        public Task<List<CoordinationTask>> TasksAsync(ServiceRequest request) =>
            office.WithAsync<OfficeDb, List<CoordinationTask>>(db => db.Set<CoordinationTask>().Where(t => t.Request == request.Id).OrderBy(t => t.Sequence).ToListAsync());

        public Task<Promise> PromiseAsync(CoordinationTask task) => office.WithAsync<OfficeDb, Promise>(db => db.Set<Promise>().SingleAsync(p => p.Id == task.PromiseId));
    }
}
