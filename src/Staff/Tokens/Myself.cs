using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridDesk.Staff.Tokens;

internal static class Myself
{
    public static void MapMyself(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/me", (CurrentStaff staff) => new Answer($"{staff.Actor}", staff.Department, staff.Site, [.. staff.Roles.Order()], [.. staff.Rights.Order()]))
        .WithName("GetMyself").WithSummary("Who is calling, and what the call may do")
        .WithTags("Staff")
        .Produces<Answer>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .RequireRight(Right.UseDesk);

    internal sealed record Answer(string Actor, string Department, string? Site, IReadOnlyList<Role> Roles, IReadOnlyList<Right> Rights);
}
