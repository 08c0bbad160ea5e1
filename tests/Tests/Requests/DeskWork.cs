using System.Text.Json.Nodes;
using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Search;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests;

/// <summary>What tests of the staff's pages need: customers, cases, colleagues elsewhere, and what was written down.</summary>
internal static class DeskWork
{
    public static string Number(string ten) => ten + ElectricityNumber.CheckDigit(ten);

    extension(TestOffice office)
    {
        public async Task<Customer> KnowAsync(string name = "陳玉蘭", string phone = "0912-345-678", string ten = "1905273106", bool isOrganisation = false)
        {
            var id = Guid.CreateVersion7();
            var customer = new Customer
            {
                Id = id, Name = name, Phone = phone, Email = "lan@example.org", IsOrganisation = isOrganisation,
                Accounts = [new Account { Number = Number(ten), Customer = id, Address = "嘉義市東區民族路28巷5號2樓", Since = new LocalDate(2010, 1, 1) }],
            };
            await office.WithAsync<OfficeDb>(db => db.CommitAsync(async () =>
            {
                db.Add(customer);
                await SearchIndex.WriteAsync(db, "customer", id, SearchWords.Of(name, phone, customer.Accounts[0].Number, customer.Accounts[0].Address), isNew: true);
            }));
            return customer;
        }

        /// <summary>A case as the web form files it: an e-bill, which needs no papers; the service centre's.</summary>
        public Task<ServiceRequest> FileAsync(string name = "王小明", string phone = "0911-222-333", string? number = null, string? owner = null, string service = "EBILL", JsonObject? answers = null) =>
            office.WithAsync<RequestDesk, ServiceRequest>(async desk => (await desk.FileAsync(
                new(service, Channel.Web, new(name, phone, null), null, number ?? Number("1905000001"),
                    answers ?? new JsonObject { ["action"] = "stop" }, []) { Owner = owner }, Actor.Customer)).Request);

        public Task<ServiceRequest> ReadAsync(Guid id) => office.WithAsync<RequestDesk, ServiceRequest>(desk => desk.GetAsync(id));

        public Task<T> DoAsync<T>(Func<RequestDesk, Task<T>> act) => office.WithAsync(act);

        public Task<IReadOnlyList<Happening>> HistoryAsync(Guid id) => office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(ServiceRequest.KeyOf(id)));

        public Task<Guid> IdOfAsync(string userName) => office.WithAsync<OfficeDb, Guid>(db => db.Set<StaffMember>().Where(m => m.Login.UserName == userName).Select(m => m.Id).SingleAsync());

        /// <summary>Somebody works in another department from now on.</summary>
        public Task MoveAsync(string userName, string department) => office.WithAsync<OfficeDb>(db =>
            db.CommitAsync(() => db.Set<StaffMember>().Where(m => m.Login.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(m => m.Department, department))));

        public async Task<int> LooksAsync(string userName, string subject)
        {
            var id = await office.IdOfAsync(userName);
            return await office.WithAsync<OfficeDb, int>(db => db.Set<AccessEntry>().CountAsync(e => e.Staff == id && e.Subject == subject));
        }
    }

    extension(Visitor visitor)
    {
        /// <summary>Follows the link or button-like link whose text begins so.</summary>
        public Task<Visitor> OpenAsync(string text) => visitor.GoAsync(
            visitor.Page.QuerySelectorAll("a").First(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!);

        public string FieldError(string name) => visitor.Page.QuerySelector($"[id='{GridDesk.Ui.Fields.FieldId.Of(name)}-error']")?.TextContent.Trim() ?? "";

        public string Typed(string name) => visitor.Page.QuerySelector($"[name='{name}']")?.GetAttribute("value") ?? "";
    }
}
