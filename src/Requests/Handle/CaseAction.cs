using GridDesk.Kernel.Promises;
using GridDesk.Staff;

namespace GridDesk.Requests.Handle;

/// <summary>Something that a member of the staff can do with a case.</summary>
/// <param name="Code">Stands in the address: <c>?do=ask</c>.</param>
internal sealed record CaseAction(string Code, Phrase Label, string? Key, bool IsMain = false, string Kind = "secondary")
{
    /// <summary>What this person may do with the case as it stands, the most likely first.</summary>
    public static IReadOnlyList<CaseAction> For(ServiceRequest request, Promise? promise, IReadOnlySet<Right> rights)
    {
        List<CaseAction> actions = [];
        var (handles, reverses) = (rights.Contains(Right.HandleRequests), rights.Contains(Right.ReverseRequests));
        var (isOpen, isAccepted, isMissing) = (request.Status != RequestStatus.Closed, request.Number is not null, request.Missing.Count > 0);

        Offer(handles && isOpen && !isAccepted && !isMissing, "accept", "審核完成，正式受理", "Examined: accept", "Alt+A", main: true, kind: "primary");
        Offer(handles && isOpen && isMissing, "supply", "收到補件", "Papers came", "Alt+U", main: true, kind: "primary");
        Offer(handles && isOpen && request.Missing.Any(m => m.Kind == "answer" && m.Id != "electricityNumber"), "fill", "補填答案", "Fill in answers", "Alt+I", main: true);
        Offer(handles && isOpen && isAccepted && request is { Slip: not null, InformedAt: null }, "inform", "告訴用戶受理了", "Customer told", "Alt+H", main: true);
        Offer(handles && request.Status == RequestStatus.InProgress, "complete", "辦好，結案", "Done: close", "Alt+C", main: true, kind: "primary");
        Offer(handles && request.Status == RequestStatus.InProgress, "ask", "請用戶補件", "Ask for papers", "Alt+B", main: true);
        Offer(handles && isOpen && isAccepted, "step", "換步驟", "Change step", "Alt+T", main: true);
        Offer(handles && isOpen && isAccepted, "coordinate", "請其他單位協助", "Ask another unit", "Alt+O");
        Offer(handles && isOpen, "assign", "移交", "Hand over", "Alt+M", main: true);
        Offer(rights.Contains(Right.AnswerProgress), "answer", "回答進度", "Answer progress", "Alt+J", main: true);
        Offer(handles && isOpen && isMissing, "waive", "免補", "Waive", "Alt+V");
        Offer(handles && isOpen && isAccepted && request.Status == RequestStatus.InProgress, "clock", promise is { Segments: [.., { IsStop: true }] } ? "恢復計時" : "暫停計時", promise is { Segments: [.., { IsStop: true }] } ? "Start the clock" : "Stop the clock", "Alt+K");
        Offer(handles && isOpen && isAccepted, "tell", "告知日期", "Tell a date", "Alt+G");
        Offer(handles && isOpen && isAccepted, "extend", "延長期限", "Extend", "Alt+E");
        Offer(handles, "note", "註記", "Note", "Alt+N");
        Offer(handles && isOpen && rights.Contains(Right.SeePersonalData), "correct", "更正資料", "Correct", "Alt+R");
        Offer(handles, "slip", "印回條", "Print slip", "Alt+L");
        Offer(handles && isOpen, "withdraw", "用戶撤回", "Withdrawn", "Alt+W");
        Offer(handles && isOpen, "refuse", "不受理", "Refuse", "Alt+X", kind: "warning");
        Offer(reverses && !isOpen, "reopen", "撤銷結案", "Reverse closing", "Alt+Y", main: true, kind: "warning");
        Offer(reverses && isOpen && isAccepted, "reverse", "撤銷受理", "Reverse acceptance", "Alt+Y", kind: "warning");
        return actions;

        void Offer(bool may, string code, string zh, string en, string? key, bool main = false, string kind = "secondary")
        {
            if (may)
            {
                actions.Add(new(code, new(zh, en), key, main, kind));
            }
        }
    }
}
