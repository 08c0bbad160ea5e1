using System.Globalization;
using System.Text.Json.Nodes;
using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests;

/// <summary>Answers to any form of the pack, as somebody might give them; the right shape, invented facts.</summary>
internal sealed class DemoAnswers(Random random, KnownCustomer customer, LocalDate today, WorkCalendar calendar)
{
    private static readonly string[] Remarks = ["請先打電話再來。", "住戶白天不在家，請約傍晚。", "電表在一樓騎樓。", "上個月才搬進來。", "鄰居也有一樣的情形。"];

    public JsonObject To(Form form)
    {
        var answers = new JsonObject();
        foreach (var question in form.Questions)
        {
            // Later questions depend on earlier answers, so they are asked in order.
            if (form.Asked(answers).Any(q => q.Id == question.Id) && (!question.Optional || random.Next(3) == 0) && To(question) is { } answer)
            {
                answers[question.Id] = answer;
            }
        }

        return answers;
    }

    private JsonNode? To(Question question) => question.Kind switch
    {
        "choice" => question.Many ? new JsonArray(question.Options[random.Next(question.Options.Count)].Value) : question.Options[random.Next(question.Options.Count)].Value,
        "number" => Number(question).ToString(CultureInfo.InvariantCulture),
        "date" => Day(question).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        "phone" => customer.Phone,
        "email" => $"c{random.Next(100000)}@example.org",
        "address" => customer.Address,
        "electricity-number" => customer.ElectricityNumber,
        "person-id" => Drawn(() => $"{"QIJDAB"[random.Next(6)]}{random.Next(1, 3)}{random.Next(100_000_000):D8}", id => PersonalId.TryParse(id, out _)),
        "business-id" => Drawn(() => $"{random.Next(10_000_000, 99_999_999)}", id => BusinessId.TryParse(id, out _)),
        "group" => new JsonArray([.. Enumerable.Range(0, (int)(question.Min ?? 1)).Select(_ => (JsonNode)new JsonObject(question.Fields.Where(f => f.Kind != "file").Select(f => KeyValuePair.Create(f.Id, To(f)))))]),
        "file" => null,
        _ => Remarks[random.Next(Remarks.Length)],
    };

    private LocalDate Day(Question question) => today.PlusDays(random.Next(-10, 20)) is var drawn && question.Day is { } rule ? rule.FirstFrom(drawn, today, calendar) : drawn;

    private decimal Number(Question question)
    {
        var (least, most) = ((int)Math.Ceiling(question.Min ?? 1), (int)Math.Min(question.Max ?? 100, 5000));
        return most <= least ? least : random.Next(least, most);
    }

    private static string Drawn(Func<string> draw, Func<string, bool> isRight)
    {
        string drawn;
        do
        {
            drawn = draw();
        }
        while (!isRight(drawn));

        return drawn;
    }
}
