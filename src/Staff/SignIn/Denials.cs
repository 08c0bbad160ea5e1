using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Staff.SignIn;

/// <summary>How a closed door answers: problem details for programs; for people the status alone, on which the error page stands.</summary>
internal static class Denials
{
    public static Task UnknownAsync(HttpContext http) => AnswerAsync(http, StatusCodes.Status401Unauthorized, "unauthenticated", Say(
        "請附上有效的權杖（Authorization: Bearer gd_…）；網頁登入在這裡不算。",
        "Send a valid token (Authorization: Bearer gd_…); having signed in on the pages does not count here."));

    public static Task ForbiddenAsync(HttpContext http) => AnswerAsync(http, StatusCodes.Status403Forbidden, "forbidden", Say(
        "這個帳號或權杖沒有需要的權限。請系統管理員調整角色，或改用另一個權杖。",
        "This account or token does not have the right. Ask an administrator to change the roles, or use another token."));

    private static async Task AnswerAsync(HttpContext http, int status, string code, string detail)
    {
        http.Response.StatusCode = status;
        if (http.IsForPrograms())
        {
            await Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(http);
        }
    }
}
