using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.Requests.Rules;

/// <summary>Short words for what the staff does in a test's office.</summary>
internal static class OfficeCases
{
    public static readonly Actor Clerk = Actor.Staff("0197c0de000070008000000000000001");

    /// <summary>A change of holder, complete unless papers are held back.</summary>
    public static Filing Transfer(string name = "王小明", Channel channel = Channel.Counter, bool complete = true, string phone = "0912-345-678") => new(
        "XFER", channel, new Applicant(name, phone, null), null, ApiCaller.ElectricityNumberOf(),
        new JsonObject { ["holderKind"] = "person", ["newHolderId"] = "A123456789", ["reason"] = "bought", ["fromDate"] = "2019-06-21" },
        complete ? [new GivenDocument("identity", null), new GivenDocument("relation", null)] : [new GivenDocument("identity", null)]);

    public static Task<ServiceRequest> FileAsync(this TestOffice office, Filing? filing = null, Actor? by = null) =>
        office.DoAsync(async desk => (await desk.FileAsync(filing ?? Transfer(), by ?? Clerk, (by ?? Clerk).Key.Split(':')[^1])).Request);

    public static Task<T> DoAsync<T>(this TestOffice office, Func<RequestDesk, Task<T>> act) => office.WithAsync(act);

    public static RequestDesk.Change Change(this ServiceRequest request, Actor? by = null) => new(request.Id, request.Version, by ?? Clerk);

    public static Task<IReadOnlyList<Happening>> HistoryAsync(this TestOffice office, ServiceRequest request) =>
        office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(request.Key));
}
