using GridDesk.Kernel.Forms;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class FormDefinitionTests
{
    private static string[] Mistakes(params Question[] questions) => [.. FormOf(questions).Check().Select(mistake => mistake.Path)];

    private static readonly Question YesNo = Ask("sure", "choice") with { Options = Options("yes", "no") };

    [Fact]
    public void A_right_definition_has_no_mistakes() => Transfer.Check().ShouldBeEmpty();

    [Fact]
    public void A_kind_that_no_module_brings_is_a_mistake_that_lists_the_kinds()
    {
        var mistake = FormOf(Ask("a", "colour")).Check().Single();

        mistake.Path.ShouldBe("[0].kind");
        mistake.Reason.En.ShouldContain("address, business-id, choice, date, electricity-number, email, file, group, number, person-id, phone, text");
    }

    [Fact]
    public void An_id_is_camel_case_and_used_once() =>
        Mistakes(Ask("a", "text"), Ask("a", "text"), Ask("No", "text"), Ask("a.b", "text"), Ask("", "text")).ShouldBe(["[1].id", "[2].id", "[3].id", "[4].id"]);

    [Fact]
    public void A_condition_names_earlier_questions_and_answers_that_can_be_given()
    {
        Mistakes(YesNo, Ask("a", "text") with { When = When("sure", "yes") }).ShouldBeEmpty();
        Mistakes(Ask("n", "number"), Ask("a", "text") with { When = When("n", "5") }).ShouldBeEmpty();
        Mistakes(Ask("a", "text") with { When = When("sure", "yes") }, YesNo).ShouldBe(["[0].when.sure"]);
        Mistakes(YesNo with { When = When("sure", "yes") }).ShouldBe(["[0].when.sure"]);
        Mistakes(YesNo, Ask("a", "text") with { When = When("sure", "yes", "maybe") }).ShouldBe(["[1].when.sure[1]"]);
        Mistakes(Ask("n", "number"), Ask("a", "text") with { When = When("n", "5.0") }).ShouldBe(["[1].when.n[0]"]);
        Mistakes(YesNo, Ask("a", "text") with { When = When("sure") }).ShouldBe(["[1].when.sure"]);
        Mistakes(Ask("a", "text") with { When = new Condition(new Dictionary<string, IReadOnlyList<string>>()) }).ShouldBe(["[0].when"]);
        Mistakes(Ask("f", "file"), Ask("a", "text") with { When = When("f", "x") }).ShouldBe(["[1].when.f[0]"]);
    }

    [Fact]
    public void A_choice_has_options_that_differ()
    {
        Mistakes(Ask("a", "choice")).ShouldBe(["[0].options"]);
        Mistakes(Ask("a", "choice") with { Options = Options("x", "y", "x", " ") }).ShouldBe(["[0].options[2].value", "[0].options[3].value"]);
    }

    [Fact]
    public void Limits_can_be_kept()
    {
        Mistakes(Ask("a", "number") with { Min = 2, Max = 1 }).ShouldBe(["[0].min"]);
        Mistakes(Ask("a", "number") with { Decimals = -1 }).ShouldBe(["[0].decimals"]);
        Mistakes(Ask("a", "text") with { MaxLength = 0, Rows = 0 }).ShouldBe(["[0].maxLength", "[0].rows"]);
    }

    [Fact]
    public void A_group_has_questions_of_its_own_checked_like_the_others()
    {
        Mistakes(Ask("g", "group")).ShouldBe(["[0].fields"]);
        Mistakes(Ask("g", "group") with { Fields = [Ask("a", "colour")] }).ShouldBe(["[0].fields[0].kind"]);
        Mistakes(Ask("g", "group") with { Fields = [Ask("h", "group") with { Fields = [Ask("a", "text")] }] }).ShouldBe(["[0].fields[0].kind"]);
        Mistakes(Ask("g", "group") with { Min = 0, Fields = [Ask("a", "text")] }).ShouldBe(["[0].min"]);
        Mistakes(YesNo, Ask("g", "group") with { Fields = [Ask("a", "text") with { When = When("sure", "yes") }] }).ShouldBe(["[1].fields[0].when.sure"]);
    }

    [Fact]
    public void Two_kinds_of_one_name_cannot_be_told_apart() =>
        Should.Throw<ArgumentException>(() => new FieldKinds([.. FormSetup.Plain, .. FormSetup.Plain]));

    [Fact]
    public void The_page_draws_areas_for_rows_and_check_boxes_for_many()
    {
        Kinds.EditorOf(Ask("a", "text")).ShouldBe(Editor.Line);
        Kinds.EditorOf(Ask("a", "text") with { Rows = 3 }).ShouldBe(Editor.Lines);
        Kinds.EditorOf(YesNo).ShouldBe(Editor.Choice);
        Kinds.EditorOf(YesNo with { Many = true }).ShouldBe(Editor.Choices);
        Kinds.EditorOf(Ask("a", "group")).ShouldBe(Editor.Group);
        Kinds.EditorOf(Ask("a", "electricity-number")).ShouldBe(Editor.Line);
    }
}
