using System.Net.Http.Headers;
using System.Net.Http.Json;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using Microsoft.AspNetCore.TestHost;

namespace GridDesk.Tests.House;

/// <summary>Somebody with one role, or nobody, who tries doors: pages signed in, the interface for programs with a token.</summary>
internal sealed class DoorCaller(string who, IReadOnlySet<Right> rights, string? cookie, string? form, string? token, HttpClient http)
{
    public string Who => who;

    public static async Task<IReadOnlyList<DoorCaller>> EverybodyAsync(TestOffice office)
    {
        // Each answer is looked at as it is: nobody follows redirects here, and nobody keeps new cookies.
        var http = new HttpClient(office.App.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        List<DoorCaller> callers = [new("nobody", new HashSet<Right>(), null, null, null, http)];
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = $"{role}".ToLowerInvariant();
            var cookie = await Doors.CookieAsync(office, name);
            callers.Add(new(name, RightsTable.RightsOf([role]), cookie, await Doors.FormTokenAsync(office, cookie), await ApiCaller.TokenAsync(office, name, role), http));
        }

        return callers;
    }

    public bool May(Door door, Way way) => (door.IsPublic
        || (door.Needs.All(needs => needs.AnyOf.Any(rights.Contains)) && (!door.IsForPrograms || rights.Contains(Right.UseApi))))
        && (way.AlsoNeeds is not { } also || also.Any(rights.Contains));

    public Task<HttpResponseMessage> CallAsync(Door door, Way way)
    {
        var path = door.Path(parameter => parameter.Contains(":int") ? "404" : "0197863e-5c00-7000-8000-000000000001");
        var message = new HttpRequestMessage(way.Method, path + way.Query);
        if (token is not null && door.IsForPrograms)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else if (cookie is not null)
        {
            message.Headers.Add("Cookie", cookie);
        }

        if (way.Method != HttpMethod.Get)
        {
            message.Content = door.IsForPrograms ? JsonContent.Create(new { }) : new FormUrlEncodedContent(form is null ? [] : [new("__RequestVerificationToken", form)]);
        }

        return http.SendAsync(message);
    }
}
