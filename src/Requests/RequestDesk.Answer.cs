using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Search;
using GridDesk.Services;

namespace GridDesk.Requests;

internal sealed partial class RequestDesk
{
    /// <summary>Under this id the electricity number is missing; it is asked for beside the form.</summary>
    public const string ElectricityNumberItem = "electricityNumber";

    /// <summary>
    /// Fills in answers that were missing when papers were taken in; those given before stay. What else is needed because of
    /// them becomes missing; what was waived stays waived.
    /// </summary>
    /// <param name="electricityNumber">As typed; counts only while it is missing.</param>
    public Task<ServiceRequest> AnswerAsync(Change change, JsonObject typed, string? electricityNumber = null, CancellationToken cancel = default) => ChangeAsync(change, async (request, _, _) =>
    {
        var service = ServiceOf(request);
        var form = services.FormOf(service);
        var before = form.Read(request.Particulars.Answers).Errors.Select(e => e.Field).ToHashSet();
        var read = form.Read(OpenAnswers.Join(request.Particulars.Answers, typed, request.Missing));
        var wrong = read.Errors.Where(e => e.Code != "form.required").Select(e => new Refusal(e.Code, e.Reason, $"answers.{OpenAnswers.NameOf(e.Field)}")).ToList();
        var number = MissingNumber(request, electricityNumber, wrong);
        Refusals.ThrowIfAny(wrong);
        var parts = request.Missing.Select(m => m.Id).Where(id => OpenAnswers.NameOf(id) != id && read.Errors.All(e => e.Field != id));
        var given = read.Answers.Select(a => a.Key).Except(request.Particulars.Answers.Select(a => a.Key)).Concat(parts).Select(id => $"answers.{id}").ToList();
        if (number is not null)
        {
            given.Add(ElectricityNumberItem);
            request.Particulars.ElectricityNumber = number;
        }

        if (given.Count == 0)
        {
            throw new Refusal("request.nothing-changed", "請至少填一項。", "Fill in at least one of them.");
        }

        var needed = service.DocumentsFor(FactsOf(request));
        // Papers that the customer was asked for again are awaited whatever the answers say.
        var awaited = request.Missing.Where(m => (m.Id == ElectricityNumberItem && number is null) || (m.Kind == "document" && request.Status == RequestStatus.WaitingForCustomer)).ToList();
        request.Particulars.Answers = read.Answers;
        request.Missing =
        [
            .. awaited,
            .. read.Errors.Where(e => IsOpen(e.Field, before.Contains(e.Field))).Select(e => OpenAnswers.Missing(form, e)),
            .. service.DocumentsFor(FactsOf(request)).Where(d => d.Required && request.Documents.All(had => had.Document != d.Id) && awaited.All(m => m.Id != d.Id) && IsOpen(d.Id, needed.Any(n => n.Id == d.Id)))
                .Select(d => new MissingItem("document", d.Id, d.Name, d.Hint)),
        ];
        await SearchIndex.WriteAsync(db, "request", request.Id, WordsOf(request), isNew: false, cancel);
        return request.Correct(given);

        bool IsOpen(string id, bool wasNeeded) => !wasNeeded || request.Missing.Any(m => m.Id == id);
    }, cancel);

    private string? MissingNumber(ServiceRequest request, string? typed, List<Refusal> wrong) =>
        string.IsNullOrWhiteSpace(typed) || request.Missing.All(m => m.Id != ElectricityNumberItem)
            ? null
            : Refusals.Tried(wrong, () => kinds.ReadText("electricity-number", typed, ElectricityNumberItem));
}
