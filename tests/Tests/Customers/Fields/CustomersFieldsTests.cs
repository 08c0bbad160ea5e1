using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Customers.Fields;

public sealed class CustomersFieldsTests
{
    [Fact]
    public void The_office_knows_the_plain_kinds_and_those_of_the_customers()
    {
        var services = new ServiceCollection().AddForms();
        CustomersFields.AddTo(services);

        services.BuildServiceProvider().GetRequiredService<FieldKinds>().Names.ShouldBe(
            ["address", "business-id", "choice", "date", "electricity-number", "email", "file", "group", "number", "person-id", "phone", "text"]);
    }
}
