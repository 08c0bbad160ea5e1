using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests.Apply;

/// <summary>
/// The pages of one application, in order, and what is wrong on each: a pure function of the service and of what was typed. The rules
/// are those of <see cref="FilingReading"/>, so what passes here can be filed.
/// </summary>
internal sealed class Journey
{
    private readonly List<Refusal> _problems;

    private Journey(Application typed, IReadOnlyList<Stop> stops, List<Refusal> problems, FormResult read) =>
        (Typed, Stops, _problems, Read) = (typed, stops, problems, read);

    /// <summary>Without answers that are no longer asked for.</summary>
    public Application Typed { get; }

    public IReadOnlyList<Stop> Stops { get; }

    public FormResult Read { get; }

    /// <summary>The first page that is not done; null when everything is ready to be checked and sent.</summary>
    public Stop? FirstOpen => Stops.FirstOrDefault(s => !s.Done);

    public static Journey Of(ServiceDefinition service, Form form, FieldKinds kinds, WorkCalendar calendar, Application typed, Instant now)
    {
        var asked = form.Asked(form.Read(typed.Answers).Answers);
        var kept = typed.Pruned([.. asked.Select(q => q.Id)]);
        var read = form.Read(kept.Answers);
        var problems = ProblemsOf(service, form, kinds, calendar, kept, read, now);
        var facts = new Facts(read.Answers, kept.Kind, kept.HasAgent == true);
        List<Stop> stops =
        [
            .. service.ElectricityNumber == ElectricityNumberUse.None ? (Stop[])[] : [new Stop("number", StopKind.Number, "electricityNumber")],
            .. asked.Select(q => new Stop($"q-{q.Id}", StopKind.Question, $"answers.{q.Id}") { Question = q }),
            new Stop("applicant", StopKind.Applicant, "applicant"),
            new Stop("agent", StopKind.HasAgent, "hasAgent"),
            .. kept.HasAgent == true ? [new Stop("agent-details", StopKind.Agent, "agent")] : (Stop[])[],
            .. service.DocumentsFor(facts).Where(d => d.Required).Select(d => new Stop($"d-{d.Id}", StopKind.Document, $"documents.{d.Id}") { Document = d }),
        ];
        problems.AddRange(stops.Where(s => s.Document is not null && !kept.PapersFor(s.Document.Id).Settled).Select(s => new Refusal("apply.document",
            "請選檔案上傳，或按「之後再補」。", "Choose a file to upload, or press “I will send it later”.", s.Fields)));
        return new Journey(kept, [.. stops.Select(s => s with { Problems = [.. problems.Where(p => Belongs(p, s))] })], problems, read);
    }

    /// <summary>A stop by its address; a document that is only welcome has a page too.</summary>
    public Stop? Find(string path, ServiceDefinition service)
    {
        if (Stops.FirstOrDefault(s => s.Path == path) is { } stop)
        {
            return stop;
        }

        var welcome = Welcome(service).FirstOrDefault(d => path == $"d-{d.Id}");
        return welcome is null ? null : new Stop(path, StopKind.Document, $"documents.{welcome.Id}") { Document = welcome };
    }

    /// <summary>Documents that help but are not needed.</summary>
    public IEnumerable<RequiredDocument> Welcome(ServiceDefinition service) =>
        service.DocumentsFor(new Facts(Read.Answers, Typed.Kind, Typed.HasAgent == true)).Where(d => !d.Required);

    public Stop? Before(Stop stop) => Stops.TakeWhile(s => s.Path != stop.Path).LastOrDefault();

    public Stop? After(Stop stop) => Stops.SkipWhile(s => s.Path != stop.Path).Skip(1).FirstOrDefault();

    /// <summary>What is wrong that no page asks about, such as a service that can no longer be applied for.</summary>
    public IReadOnlyList<Refusal> Elsewhere => [.. _problems.Where(p => !Stops.Any(s => Belongs(p, s)))];

    /// <summary>The filing that these answers make.</summary>
    public static Filing FilingOf(ServiceDefinition service, Application typed) => new(
        service.Code, Channel.Web, typed.Applicant ?? new Applicant(null, null, null), typed.HasAgent == true ? typed.Agent ?? new Agent("", null, null, null) : null,
        service.ElectricityNumber == ElectricityNumberUse.None ? null : typed.ElectricityNumber, typed.Answers.DeepClone().AsObject(), []);

    private static List<Refusal> ProblemsOf(ServiceDefinition service, Form form, FieldKinds kinds, WorkCalendar calendar, Application typed, FormResult read, Instant now)
    {
        List<Refusal> problems = [];
        Refusals.Tried(problems, () => new FilingReading(service, form, kinds, calendar).Read(FilingOf(service, typed), now, now));

        problems.AddRange(read.Errors.Where(e => e.Code == "form.required").Select(e => new Refusal(e.Code, e.Reason, $"answers.{e.Field}")));
        Require(service.ElectricityNumber != ElectricityNumberUse.Required || !string.IsNullOrWhiteSpace(typed.ElectricityNumber),
            "electricityNumber", "請輸入電號，在電費單右上角。", "Enter the electricity number; it is at the top right of your bill.");
        Require(typed.KindChosen, "applicant.kind", "請選申請人是個人還是公司行號。", "Choose whether a person or an organisation applies.");
        Require(typed.HasAgent is not null, "hasAgent", "請選您是替自己辦，還是替別人辦。", "Choose whether you apply for yourself or for somebody else.");
        return problems;

        void Require(bool holds, string field, string zh, string en)
        {
            if (!holds)
            {
                problems.Add(new Refusal("apply.required", zh, en, field));
            }
        }
    }

    private static bool Belongs(Refusal problem, Stop stop) =>
        problem.Field is { } field && field.StartsWith(stop.Fields, StringComparison.Ordinal)
        && (field.Length == stop.Fields.Length || field[stop.Fields.Length] is '.' or '[');
}
