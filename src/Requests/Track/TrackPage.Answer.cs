using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Requests.Track;

/// <summary>Answers that were missing when the papers were taken in: whoever has the number and the code may give them here.</summary>
internal sealed partial class TrackPage
{
    /// <summary>What they typed into the questions that are still open.</summary>
    public JsonObject Answered { get; private set; } = [];

    public string? TypedElectricityNumber { get; private set; }

    public IReadOnlyList<Question> OpenQuestions => OpenAnswers.Of(Progress!.Request, Progress.Service.Form);

    public bool NeedsElectricityNumber => Progress!.Request.Missing.Any(m => m.Id == RequestDesk.ElectricityNumberItem);

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel)
    {
        var request = await LookUpAsync(cancel);
        await ShowAsync(request, whole: true, cancel);
        Answered = Form.FromPosted(Request.Form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
        TypedElectricityNumber = Request.Form[RequestDesk.ElectricityNumberItem];
        request = await desk.AnswerAsync(new(request.Id, null, Actor.Customer), Answered, TypedElectricityNumber, cancel);
        return await ThankAsync(request, cancel);
    }

    // What was the last thing missing makes it accepted at once.
    private async Task<IActionResult> ThankAsync(ServiceRequest request, CancellationToken cancel)
    {
        var complete = request is { Missing.Count: 0, Status: RequestStatus.PreReceived };
        if (complete)
        {
            request = await desk.AcceptAsync(new(request.Id, null, Actor.Office), cancel);
        }

        return LocalRedirect($"~/track/{request.Name}?code={Uri.EscapeDataString(Code!)}&done={(complete ? "accepted" : "supplied")}");
    }
}
