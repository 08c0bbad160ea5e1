using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Errors;

/// <summary>What went wrong and what to do now.</summary>
internal static class ErrorWords
{
    public static (string Heading, string Advice) Stale => (
        Say("這一頁開太久了，請再送一次", "This page was open too long; please send it again"),
        Say("為了保護您的資料，表單放久了就要重新確認。", "To protect your data, a form has to be confirmed again after a long time."));

    /// <summary>Words, not files, that no form can hold.</summary>
    public static (string Heading, string Advice) TooMuchText => (
        Say("填的字太多了", "There is too much text"),
        Say("這一頁送來的字收不下。請回上一頁，把內容縮短再送。", "What was typed on the page cannot be taken. Go back, shorten it and send it again."));

    public static (string Heading, string Advice) Of(int status) => status switch
    {
        400 => (
            Say("這個請求讀不懂", "We could not read that request"),
            Say("請回上一頁，重新整理後再試一次。", "Go back, reload the page and try again.")),
        401 => (
            Say("請先登入", "Please sign in"),
            Say("這一頁要登入後才能看。", "You need to sign in to see this page.")),
        403 => (
            Say("這一頁不在您的權限裡", "You do not have access to this page"),
            Say("工作上需要的話，請向您的主管申請。", "If you need it for your work, please ask your manager.")),
        404 => (
            Say("找不到這一頁", "Page not found"),
            Say("網址可能打錯了，或這一頁已經搬走。請從首頁找，或查一下網址。", "The address may be mistyped or the page has moved. Check the address or start from the home page.")),
        405 => (
            Say("這個網址不能這樣用", "This address cannot be used that way"),
            Say("請從首頁重新開始。", "Please start again from the home page.")),
        409 => (
            Say("有人先改了", "Someone changed it first"),
            Say("請重新整理，看過現在的內容再做一次。", "Reload the page, look at what stands there now and do it again.")),
        413 => (
            Say("檔案太大了", "The file is too large"),
            Say("請縮小檔案，或分幾次送。", "Make the file smaller or send it in parts.")),
        422 => (
            Say("這樣辦不了", "This cannot be done"),
            Say("請回上一頁，看過內容再送一次。", "Go back, check what you entered and send it again.")),
        429 => (
            Say("太多次了，請等一下", "Too many tries; please wait"),
            Say("請等一分鐘再試。", "Please try again in a minute.")),
        503 => (
            Say("系統正在忙", "The service is busy"),
            Say("請過幾分鐘再試。", "Please try again in a few minutes.")),
        >= 500 => (
            Say("系統出了問題", "Something went wrong on our side"),
            Say("已經記下來了，我們會處理。請過幾分鐘再試；急的話請打電話。", "It has been recorded and we will look into it. Try again in a few minutes, or call us if it is urgent.")),
        _ => (
            Say("這一頁打不開", "This page cannot be opened"),
            Say("請從首頁重新開始。", "Please start again from the home page.")),
    };
}
