using GridDesk.Kernel.Forms;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class DocumentListTests
{
    private static RequiredDocument Document(string id, Condition? when = null) => new(id, Phrase.Same(id)) { When = when };

    private static readonly RequiredDocument[] Documents =
    [
        Document("bill"),
        Document("idCard", When("applicant", "person")),
        Document("registration", When("applicant", "organisation")),
        Document("powerOfAttorney", When("agent", "true")),
        Document("inheritance", When("reason", "inherited")),
    ];

    private static string[] Needed(string answers, Applicant applicant, bool agent) =>
        [.. DocumentList.For(Documents, Json(answers), new ApplicantFacts(applicant, agent)).Select(document => document.Id)];

    [Fact]
    public void The_list_follows_the_answers_who_applies_and_who_comes()
    {
        Needed("""{"reason": "bought"}""", Applicant.Person, agent: false).ShouldBe(["bill", "idCard"]);
        Needed("""{"reason": "inherited"}""", Applicant.Person, agent: true).ShouldBe(["bill", "idCard", "powerOfAttorney", "inheritance"]);
        Needed("{}", Applicant.Organisation, agent: false).ShouldBe(["bill", "registration"]);
    }

    [Fact]
    public void The_conditions_are_checked_against_the_form_and_the_two_facts()
    {
        DocumentList.Check(Documents, Transfer, Kinds).ShouldBeEmpty();

        DocumentList.Check(
            [Document("a", When("applicant", "robot")), Document("a"), Document("b", When("nothing", "x")), Document("c", When("reason", "stolen"))],
            Transfer, Kinds).Select(mistake => mistake.Path)
            .ShouldBe(["[0].when.applicant[0]", "[1].id", "[2].when.nothing", "[3].when.reason[0]"]);

        DocumentList.Check([], FormOf(Ask("agent", "text")), Kinds).ShouldHaveSingleItem();
    }
}
