using GridDesk.Customers;
using GridDesk.Kernel.Forms;

namespace GridDesk.Requests.Handle;

/// <summary>Answers that tell who somebody is, masked; choices, dates and amounts stay.</summary>
internal static class Hidden
{
    public static string Answer(ShownAnswer answer) => answer.Question.Kind switch
    {
        "choice" or "number" or "date" or "business-id" => answer.Text,
        "address" => Masked.Address(answer.Text),
        "phone" => Masked.Phone(answer.Text),
        "email" => Masked.Email(answer.Text),
        "electricity-number" => Masked.ElectricityNumber(string.Concat(answer.Text.Where(char.IsAsciiDigit))),
        "person-id" => Masked.Id(answer.Text),
        _ => "＊＊＊", // what somebody wrote may hold anything
    };
}
