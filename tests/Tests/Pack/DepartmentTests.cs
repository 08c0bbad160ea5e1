using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public sealed class DepartmentTests
{
    private const string Reorganised = """
        departments:
          - { code: billing, name: { zh: 電費組, en: Billing }, phone: null, reports: true, validFrom: 2019-01-01, until: 2020-06-30, becomes: [accounts] }
          - { code: collection, name: { zh: 收費課, en: Collection }, phone: "05-1", reports: true, validFrom: 2019-01-01, until: 2020-06-30, becomes: [accounts] }
          - { code: accounts, name: { zh: 帳務課, en: Accounts }, phone: null, reports: true, validFrom: 2020-07-01, until: 2022-12-31, becomes: [meters, payments] }
          - { code: meters, name: { zh: 表務課, en: Meters }, phone: null, reports: true, validFrom: 2023-01-01 }
          - { code: payments, name: { zh: 收款課, en: Payments }, phone: null, reports: true, validFrom: 2023-01-01 }
          - { code: head, name: { zh: 處長室, en: Director }, phone: { number: "05-2", grade: C }, reports: false, validFrom: 2019-01-01 }

        """;

    private readonly Departments departments = Departments.Of(SamplePack.Load(
        SamplePack.File("departments.yaml", Reorganised),
        SamplePack.File("services/account/rename.yaml", SamplePack.Service.Replace("department: service-centre", "department: head"))));

    [Fact]
    public void A_day_has_its_own_departments()
    {
        Codes(departments.At(new(2018, 12, 31))).ShouldBeEmpty();
        Codes(departments.At(new(2020, 6, 30))).ShouldBe(["billing", "collection", "head"]);
        Codes(departments.At(new(2020, 7, 1))).ShouldBe(["accounts", "head"]);
    }

    [Fact]
    public void All_departments_of_the_plan_are_those_that_report() =>
        Codes(departments.ReportingUnits(new(2023, 1, 1))).ShouldBe(["meters", "payments"]);

    [Fact]
    public void Work_goes_on_with_the_successors()
    {
        Codes(departments.Successors("billing", new(2019, 1, 1))).ShouldBe(["billing"]);
        Codes(departments.Successors("billing", new(2021, 1, 1))).ShouldBe(["accounts"]);
        Codes(departments.Successors("collection", new(2023, 1, 1))).ShouldBe(["meters", "payments"]);
        Codes(departments.Successors("accounts", new(2019, 1, 1))).ShouldBeEmpty();
        Codes(departments.Successors("unknown", new(2019, 1, 1))).ShouldBeEmpty();
    }

    [Fact]
    public void A_department_without_a_phone_is_called_through_the_office()
    {
        departments.PhoneOf(departments.Find("billing")!).ShouldBe("1911");
        departments.PhoneOf(departments.Find("collection")!).ShouldBe("05-1");
        departments.PhoneOf(departments.Find("head")!).ShouldBe("05-2");
        departments.Find("head")!.Phone!.Grade.ShouldBe(Grade.C);
    }

    [Theory]
    [InlineData("until: 2022-12-31, becomes", "until: 2022-12-30, becomes", "4:136: 'meters' does not exist on 2022-12-31, the day after 'accounts' ended.")]
    [InlineData("becomes: [meters, payments]", "becomes: [meters, payment]", "4:144: There is no 'payment'. Did you mean 'payments'?")]
    [InlineData("until: 2022-12-31, becomes: [meters, payments]", "becomes: [meters]", "4:107: 'becomes' needs 'until', the last day.")]
    [InlineData("until: 2022-12-31, becomes: [meters, payments]", "until: 2020-01-01", "2:134: 'accounts' does not exist on 2020-07-01, the day after 'billing' ended.")]
    [InlineData("code: meters", "code: head", "7:7: 'head' is given twice, first on line 5.")]
    public void A_reorganisation_that_does_not_add_up_is_refused(string text, string replacement, string mistake) =>
        SamplePack.Mistakes(SamplePack.File("departments.yaml", Reorganised.Replace(text, replacement)))
            .ShouldContain($"departments.yaml:{mistake}");

    private static IEnumerable<string> Codes(IEnumerable<Department> departments) => departments.Select(department => department.Code);
}
