using System.Globalization;
using System.Text.Json.Nodes;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;

namespace GridDesk.Tests.Forms;

/// <summary>A form with one question of every kind, as an office could have it.</summary>
internal static class Samples
{
    public static readonly FieldKinds Kinds = new([.. FormSetup.Plain, .. CustomersFields.All]);

    public static Question Ask(string id, string kind) => new(id, kind, new Phrase($"題目{id}", $"question {id}"));

    public static Condition When(string id, params string[] values) =>
        new(new Dictionary<string, IReadOnlyList<string>> { [id] = values });

    public static Form FormOf(params Question[] questions) => new(questions, Kinds);

    public static Option[] Options(params string[] values) => [.. values.Select(value => new Option(value, Phrase.Same(value)))];

    public static readonly Form Transfer = FormOf(
        new Question("reason", "choice", new("過戶原因", "Reason")) { Options = [new("bought", new("買賣", "Bought")), new("inherited", new("繼承", "Inherited")), new("other", new("其他", "Other"))] },
        new Question("otherReason", "text", new("其他原因", "Other reason")) { When = When("reason", "other"), MaxLength = 20 },
        new Question("account", "electricity-number", new("電號", "Electricity number")),
        new Question("premises", "address", new("用電地址", "Premises")),
        new Question("moveDate", "date", new("從哪一天起換戶名？", "From which day?")),
        new Question("holder", "text", new("新戶名", "New holder")) { MaxLength = 10 },
        new Question("holderIs", "choice", new("新戶是", "The new holder is")) { Options = Options("person", "organisation") },
        new Question("personId", "person-id", new("身分證字號", "Identity number")) { When = When("holderIs", "person") },
        new Question("businessId", "business-id", new("統一編號", "Uniform number")) { When = When("holderIs", "organisation") },
        new Question("phone", "phone", new("電話", "Telephone")),
        new Question("email", "email", new("電子郵件", "E-mail")) { Optional = true },
        new Question("notices", "choice", new("要通知的事", "What to tell you")) { Options = Options("outage", "bill", "price"), Many = true, Optional = true },
        new Question("billBy", "choice", new("帳單寄法", "How to send the bill")) { Options = Options("mail", "paper"), When = When("notices", "bill") },
        new Question("reading", "number", new("電表度數", "Meter reading")) { Optional = true, Min = 0, Max = 999_999, Decimals = 1, Unit = new("度", "kWh") },
        new Question("remarks", "text", new("備註", "Remarks")) { Optional = true, Rows = 4, Hint = new("可以不填", "You may leave this out") },
        new Question("deed", "file", new("權狀", "Deed")) { Optional = true },
        new Question("meters", "group", new("電表", "Meters"))
        {
            Optional = true,
            Min = 1,
            Max = 3,
            ItemName = new("電表", "Meter"),
            Fields =
            [
                new Question("number", "text", new("表號", "Meter number")) { MaxLength = 12 },
                new Question("phase", "choice", new("相別", "Phase")) { Options = Options("single", "three"), Optional = true },
                new Question("amps", "number", new("安培", "Amperes")) { When = When("phase", "three"), Min = 1 },
            ],
        });

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static JsonObject Complete => Json("""
        {
          "reason": "other", "otherReason": "分家", "account": "07-28-1937-40-1",
          "premises": "嘉義市東區中山里3鄰中山路一段12巷3弄45號之1 3樓之2 305室",
          "moveDate": "1080620", "holder": "陳𠮷祥", "holderIs": "person", "personId": "a123456789",
          "phone": "(05) 222-3333 分機 12", "email": "Chen@Example.COM", "notices": ["price", "bill"], "billBy": "mail",
          "reading": "１８,３４２.50 度", "remarks": "第一行\r\n第二行", "deed": "01JX_9",
          "meters": [ { "number": "AB-1" }, { "number": "AB-2", "phase": "three", "amps": 30 } ]
        }
        """);

    public static void In(string language) => CultureInfo.CurrentUICulture = new CultureInfo(language);

    public static string[] Codes(this FormResult result) => [.. result.Errors.Select(error => $"{error.Field} {error.Code}")];
}
