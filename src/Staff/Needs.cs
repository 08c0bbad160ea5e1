using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GridDesk.Staff;

/// <summary>
/// Who may open a page or call an endpoint: somebody with at least one of the rights. Whatever carries neither this nor
/// <see cref="PublicAttribute"/> is closed to everybody.
/// </summary>
/// <example><code>[Needs(Right.SeePlan)] internal sealed class PlanPage : PageModel</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(params Right[] anyOf) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IReadOnlyList<Right> AnyOf { get; } = anyOf;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new NeedsOneOf(AnyOf)];
}

/// <summary>What a page's handler needs on top of what its page needs, one of them: many may look who may not act.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlsoNeedsAttribute(params Right[] anyOf) : Attribute
{
    public IReadOnlyList<Right> AnyOf { get; } = anyOf;
}

/// <summary>Open to everybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;

public static class EndpointRights
{
    /// <summary>As <see cref="NeedsAttribute"/>, for minimal endpoints and groups of them.</summary>
    public static T RequireRight<T>(this T endpoint, params Right[] anyOf) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NeedsAttribute(anyOf));

    /// <summary>As <see cref="PublicAttribute"/>, for minimal endpoints, groups of them and static files.</summary>
    public static T AllowPublic<T>(this T endpoint) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new PublicAttribute());
}

internal sealed class HandlerRights(CurrentStaff staff) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext page) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext page)
    {
        if (page.HandlerMethod?.MethodInfo.GetCustomAttribute<AlsoNeedsAttribute>() is { } also && !also.AnyOf.Any(staff.Has))
        {
            page.Result = new ForbidResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext page) { }
}

internal sealed record NeedsOneOf(IReadOnlyList<Right> Rights) : IAuthorizationRequirement;

internal sealed class RightsCheck(CurrentStaff staff) : AuthorizationHandler<NeedsOneOf>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsOneOf needs)
    {
        if (needs.Rights.Any(staff.Has))
        {
            context.Succeed(needs);
        }

        return Task.CompletedTask;
    }
}
