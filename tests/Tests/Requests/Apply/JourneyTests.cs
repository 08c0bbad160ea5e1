using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Requests;
using GridDesk.Requests.Apply;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;
using NodaTime;

namespace GridDesk.Tests.Requests.Apply;

public sealed class JourneyTests
{
    private static readonly Instant Now = Instant.FromUtc(2019, 6, 20, 2, 0);
    private static readonly FieldKinds Kinds = OfficeProgram.Modules.AllFieldKinds;
    private static readonly GridDesk.Kernel.Time.WorkCalendar Calendar = GridDesk.Tests.Time.Offices.Chiayi;
    private static readonly IReadOnlyList<ServiceDefinition> Services =
        [.. PackLoader.Check(Path.Combine(TestOffice.Root, "packs", "chiayi"), OfficeProgram.Modules).All<ServiceDefinition>().Where(s => s.OpensCase && s.Channels.Contains("web"))];

    /// <summary>Anything that a person might leave in the fields of a service's pages, right, wrong and half done.</summary>
    private static Gen<(ServiceDefinition Service, Application Typed)> AnyApplication =>
        from service in Gen.Elements<ServiceDefinition>([.. Services])
        from answers in Gen.CollectToList(service.Form.Select(AnyAnswer))
        from number in Gen.Elements<string?>(null, "", "07281937401", "1", "０７－２８－１９３７－４０－１")
        from name in Gen.Elements<string?>(null, " ", "陳玉蘭", "𡍼𤧞琦")
        from phone in Gen.Elements<string?>(null, "0912345678", "12")
        from kind in Gen.Elements(ApplicantKind.Person, ApplicantKind.Organisation)
        from chosen in Gen.Elements(true, false)
        from agent in Gen.Elements<bool?>(null, true, false)
        from agentName in Gen.Elements("", "陳小妹")
        from settled in Gen.Elements(true, false)
        select (service, new Application
        {
            ElectricityNumber = number,
            Answers = new JsonObject(service.Form.Zip(answers).Where(a => a.Second is not null).Select(a => new KeyValuePair<string, JsonNode?>(a.First.Id, a.Second?.DeepClone()))),
            Applicant = new GridDesk.Requests.Applicant(name, phone, null, kind),
            KindChosen = chosen,
            HasAgent = agent,
            Agent = new Agent(agentName, null, null, null),
            Documents = service.Documents.ToDictionary(d => d.Id, _ => new Papers([], settled)),
        });

    private static Gen<JsonNode?> AnyAnswer(Question question) => Gen.Elements<string?>([null, "", "2019-06-30", "A123456789", "04595257", "12", "文字", .. question.Options.Select(o => o.Value)])
        .Select(text => text is null ? null : (JsonNode?)JsonValue.Create(text));

    [Fact]
    public void When_no_page_is_open_any_more_the_application_can_be_filed() => Prop.ForAll(AnyApplication.ToArbitrary(), any =>
    {
        var form = new Form(any.Service.Form, Kinds);
        var journey = Journey.Of(any.Service, form, Kinds, Calendar, any.Typed, Now);
        if (journey.FirstOpen is null)
        {
            new FilingReading(any.Service, form, Kinds, Calendar).Read(Journey.FilingOf(any.Service, journey.Typed), Now, Now).MissingAnswers.ShouldBeEmpty();
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_problem_stands_on_some_page() => Prop.ForAll(AnyApplication.ToArbitrary(), any =>
        Journey.Of(any.Service, new Form(any.Service.Form, Kinds), Kinds, Calendar, any.Typed, Now).Elsewhere.ShouldBeEmpty()).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_dropped_once_stays_dropped() => Prop.ForAll(AnyApplication.ToArbitrary(), any =>
    {
        var form = new Form(any.Service.Form, Kinds);
        var once = Journey.Of(any.Service, form, Kinds, Calendar, any.Typed, Now);
        var twice = Journey.Of(any.Service, form, Kinds, Calendar, Application.Of(once.Typed.Stored()), Now);
        twice.Typed.Stored().ToJsonString().ShouldBe(once.Typed.Stored().ToJsonString());
        twice.Stops.Select(s => s.Path).ShouldBe(once.Stops.Select(s => s.Path));
    }).QuickCheckThrowOnFailure();
}
