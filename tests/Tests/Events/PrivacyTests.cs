using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Events;

[Trait("store", "both")]
public sealed class PrivacyTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly string[] Private =
        ["歐陽靈犀", "0987", "654321", "lingxi", "F131104093", "1234567", "端木代辦", "A123456789", "女兒", "司徒更正", "0933", "金山路", "紅色大門", "沒有蓋章", "看錯案件", "豪雨", "等建商", "臨時想到"];

    [Fact]
    public async Task No_event_ever_holds_a_name_a_number_an_address_or_a_sentence_of_anybody()
    {
        var filing = OfficeCases.Transfer() with
        {
            Applicant = new Applicant("歐陽靈犀", "0987-654-321", "lingxi@example.org"),
            Agent = new Agent("端木代辦", "A123456789", "0987-654-321", "女兒"),
            Answers = new JsonObject { ["holderKind"] = "person", ["newHolderId"] = "F131104093", ["reason"] = "bought", ["fromDate"] = "2019-06-21", ["reading"] = 1234567 },
            Documents = [new("identity", null), new("relation", null), new("authorisation", null), new("agentIdentity", null)],
        };
        var request = await office.FileAsync(filing);
        await Act(desk => desk.CorrectAsync(request.Change(), new Correction("司徒更正", "0933-111-222", Address: "嘉義市東區金山路1號")));
        await Act(desk => desk.NoteAsync(request.Change(), "住紅色大門那一家"));
        await Act(desk => desk.AskForAsync(request.Change(), [new MissingItem("document", "relation", new Phrase("關係證明", "paper"), null, "沒有蓋章")]));
        await Act(desk => desk.WaiveAsync(request.Change(), "relation", "家人同住，不用"));
        await Act(desk => desk.SetClockAsync(request.Change(), SegmentKind.ForceMajeure, "豪雨"));
        await Act(desk => desk.SetClockAsync(request.Change(), SegmentKind.Running, null));
        await Act(desk => desk.ExtendAsync(request.Change(), 1, "等建商"));
        await Act(desk => desk.CloseAsync(request.Change(), Outcome.Refused, "沒有蓋章"));
        await Act(desk => desk.ReopenAsync(request.Change(), "看錯案件"));
        await Act(desk => desk.ReverseAcceptanceAsync(request.Change(), "臨時想到"));

        var bodies = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Subject == request.Key).Select(e => e.Body + e.By).ToListAsync());
        bodies.Count.ShouldBe(11);
        foreach (var word in Private)
        {
            bodies.ShouldAllBe(body => !body.Contains(word));
        }

        async Task Act(Func<RequestDesk, Task<ServiceRequest>> act) => request = await office.DoAsync(act);
    }

    [Fact]
    public async Task The_whole_journal_of_a_new_office_names_none_of_its_people()
    {
        var bodies = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Select(e => e.Body).ToListAsync());
        var people = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<GridDesk.Staff.StaffMember>().Select(m => m.Name).ToListAsync());
        people.Count.ShouldBeGreaterThan(11);
        bodies.Count.ShouldBeGreaterThan(11);
        people.ShouldAllBe(name => bodies.All(body => !body.Contains(name)));
    }

    [Fact]
    public async Task The_digest_in_an_event_is_of_the_private_row_and_its_salt()
    {
        var request = await office.FileAsync(OfficeCases.Transfer("司馬"));
        var particulars = await office.WithAsync<OfficeDb, Particulars>(db => db.Set<Particulars>().SingleAsync(p => p.Request == request.Id));
        ((RequestAccepted)(await office.HistoryAsync(request))[0].Event).Particulars.ShouldBe(particulars.Digest());
        particulars.Name = "司徒";
        particulars.Digest().ShouldNotBe(((RequestAccepted)(await office.HistoryAsync(request))[0].Event).Particulars);
    }
}
