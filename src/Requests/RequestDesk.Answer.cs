using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Search;
using GridDesk.Services;

namespace GridDesk.Requests;

internal sealed partial class RequestDesk
{
    /// <summary>
    /// Fills in answers that were missing when papers were taken in; those given before stay. What else is needed because of
    /// them becomes missing; what was waived stays waived.
    /// </summary>
    public Task<ServiceRequest> AnswerAsync(Change change, JsonObject typed, CancellationToken cancel = default) => ChangeAsync(change, async (request, _, _) =>
    {
        var service = ServiceOf(request);
        var form = services.FormOf(service);
        var all = request.Particulars.Answers.DeepClone().AsObject();
        foreach (var (id, value) in typed.Where(t => !all.ContainsKey(t.Key)))
        {
            all[id] = value?.DeepClone();
        }

        var read = form.Read(all);
        Refusals.ThrowIfAny([.. read.Errors.Where(e => e.Code != "form.required").Select(e => new Refusal(e.Code, e.Reason, $"answers.{e.Field}"))]);
        var given = read.Answers.Select(a => a.Key).Except(request.Particulars.Answers.Select(a => a.Key)).ToList();
        if (given.Count == 0)
        {
            throw new Refusal("request.nothing-changed", "請至少填一項。", "Fill in at least one of them.");
        }

        var (asked, needed) = (form.Asked(request.Particulars.Answers).Select(q => q.Id).ToHashSet(), service.DocumentsFor(FactsOf(request)));
        // Papers that the customer was asked for again are awaited whatever the answers say.
        var awaited = request.Missing.Where(m => m.Id == "electricityNumber" || (m.Kind == "document" && request.Status == RequestStatus.WaitingForCustomer)).ToList();
        request.Particulars.Answers = read.Answers;
        request.Missing =
        [
            .. awaited,
            .. read.Errors.Where(e => IsOpen(e.Field, asked.Contains(e.Field))).Select(e => MissingAnswer(form, e)),
            .. service.DocumentsFor(FactsOf(request)).Where(d => d.Required && request.Documents.All(had => had.Document != d.Id) && awaited.All(m => m.Id != d.Id) && IsOpen(d.Id, needed.Any(n => n.Id == d.Id)))
                .Select(d => new MissingItem("document", d.Id, d.Name, d.Hint)),
        ];
        await SearchIndex.WriteAsync(db, "request", request.Id, WordsOf(request), isNew: false, cancel);
        return request.Correct([.. given.Select(id => $"answers.{id}")]);

        bool IsOpen(string id, bool wasNeeded) => !wasNeeded || request.Missing.Any(m => m.Id == id);
    }, cancel);

    private static MissingItem MissingAnswer(Form form, FieldError error)
    {
        var question = form.Questions.FirstOrDefault(q => q.Id == error.Field);
        return new("answer", error.Field, question?.Label ?? error.Reason, question is null ? null : error.Reason);
    }
}
