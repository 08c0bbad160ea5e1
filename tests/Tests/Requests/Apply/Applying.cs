using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Apply;

/// <summary>A customer who changes the account holder (XFER), page by page, without scripts.</summary>
internal static class Applying
{
    public const string ElectricityNumber = "07-28-1937-40-1";
    public const string Phone = "0912-345-678";

    public static readonly byte[] Pdf = "%PDF-1.4 a paper"u8.ToArray();

    public static async Task<Visitor> BeginAsync(this TestOffice office)
    {
        var visitor = await office.Visit().GoAsync("/apply/xfer");
        return await visitor.NextAsync("開始填寫");
    }

    public static async Task<Visitor> NextAsync(this Visitor visitor, string button = "下一步", params (string, string, byte[])[] files)
    {
        await visitor.PressAsync(button, files);
        return visitor;
    }

    /// <summary>Chooses a radio as a browser does: the others of its name are let go.</summary>
    public static Visitor Pick(this Visitor visitor, string label)
    {
        foreach (var radio in visitor.Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]"))
        {
            radio.IsChecked = false;
        }

        return visitor.Choose(label);
    }

    /// <summary>Up to the page of the applicant.</summary>
    public static async Task<Visitor> AnswerAsync(this Visitor visitor, string reason = "買賣或贈與")
    {
        await visitor.Fill("用電的電號", ElectricityNumber).NextAsync();
        await visitor.Pick("個人").NextAsync();
        await visitor.Fill("新戶名的身分證統一編號", "A123456789").NextAsync();
        await visitor.Pick(reason).NextAsync();
        await visitor.Fill("年", "108").Fill("月", "6").Fill("日", "30").NextAsync();
        return await visitor.NextAsync();
    }

    /// <summary>Up to the first page of the papers.</summary>
    public static async Task<Visitor> IntroduceAsync(this Visitor visitor)
    {
        await visitor.Pick("個人").Fill("姓名或名稱", "陳玉蘭").Fill("聯絡電話", Phone).NextAsync();
        return await visitor.Pick("不是，申請人就是我").NextAsync();
    }

    public static Task<Visitor> UploadAsync(this Visitor visitor, string name = "paper.pdf") => visitor.NextAsync("上傳，下一步", ("選檔案或拍照", name, Pdf));

    /// <summary>To the page of the result; the second paper comes later unless told otherwise.</summary>
    public static async Task<Visitor> ApplyAsync(this TestOffice office, bool complete = true)
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.IntroduceAsync();
        await visitor.UploadAsync();
        await (complete ? visitor.UploadAsync() : visitor.NextAsync("之後再補"));
        return await visitor.NextAsync("確認送出");
    }

    /// <summary>The address of the tracking page, from the page of the result.</summary>
    public static string TrackPath(this Visitor visitor) =>
        visitor.Page.QuerySelectorAll<IHtmlAnchorElement>("a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("/track/", StringComparison.Ordinal));

    public static (string Number, string Code) Slip(this Visitor visitor)
    {
        var parts = visitor.TrackPath()["/track/".Length..].Split("?code=");
        return (parts[0], parts[1]);
    }

    /// <summary>What somebody has just filed, by the slip that they see.</summary>
    public static Task<ServiceRequest> FiledByAsync(this TestOffice office, Visitor visitor) =>
        office.WithAsync<RequestDesk, ServiceRequest>(async desk => (await desk.FindAsync(visitor.Slip().Number))!);
}
