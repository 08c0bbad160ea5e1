using System.Reflection;
using GridDesk.Kernel.Indicators;
using GridDesk.Tests.Indicators;
using GridDesk.Tests.Hall.Signs;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Chasing;
using GridDesk.Tests.Requests.Handovers;
using GridDesk.Tests.Requests.Noon;
using GridDesk.Tests.Requests.Procedures;
using GridDesk.Tests.Requests.Supply;

namespace GridDesk.Tests.Plan;

/// <summary>A statistic that cannot change is a defect: for each of them a test does the thing in the program and sees it move.</summary>
public sealed class EveryIndicatorMovesTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly (Type Tests, string Test, string[] Codes)[] Moves =
    [
        (typeof(RequestIndicatorTests), nameof(RequestIndicatorTests.Every_figure_follows_from_what_was_done_and_stays_what_it_was_when_it_was_frozen),
        [
            "requests.accepted", "requests.accepted-app", "requests.accepted-callcentre", "requests.accepted-counter", "requests.accepted-email", "requests.accepted-fax",
            "requests.accepted-phone", "requests.accepted-post", "requests.accepted-web", "requests.accepted-web-share", "requests.closed", "requests.closed-in-time",
            "requests.complete-at-first-share", "requests.days-mean", "requests.days-p90", "requests.enquiries-counter", "requests.enquiries-mobile", "requests.enquiries-phone",
            "requests.enquiries-post", "requests.enquiries-self-service-share", "requests.enquiries-web", "requests.first-window-share", "requests.numbered-share", "requests.overdue",
            "requests.owned-share", "requests.pre-received", "requests.pre-received-hours-mean", "requests.slip-scans", "requests.slips-qr-share", "requests.slips-with-qr",
            "requests.step-days-mean", "requests.supplemented-share", "requests.supplemented-twice", "requests.with-contact-share",
        ]),
        (typeof(PlanMovesTests), nameof(PlanMovesTests.Every_figure_of_requests_is_missing_before_and_moves_when_the_thing_is_done),
            ["noon.served", "noon.completed", "noon.taken-in", "noon.hours-to-acceptance"]),
        (typeof(NoonTests), nameof(NoonTests.The_head_records_how_it_was_before_and_the_plan_shows_before_and_since),
            ["noon.turned-away", "noon.baseline-turned-away", "noon.baseline-complaints"]),
        (typeof(HandoverJourneyTests), nameof(HandoverJourneyTests.The_row_of_the_plan_moves_when_the_thing_is_done),
            ["handovers.received", "handovers.completed", "handovers.in-time-share", "handovers.response-hours-mean", "handovers.returned"]),
        (typeof(ChaseTests), nameof(ChaseTests.Whoever_was_chased_answers_with_cause_and_next_step_and_nobody_else_does), ["chase.sent", "chase.answered-share"]),
        (typeof(ProcedureTests), nameof(ProcedureTests.The_head_records_it_cases_are_compared_and_the_row_of_the_plan_moves), ["procedures.simplified", "procedures.days-saved"]),
        (typeof(SupplyPlanRowTests), nameof(SupplyPlanRowTests.Accepting_an_application_and_recording_every_stage_moves_the_row_of_the_plan),
            ["supply.powered-on", "supply.on-time-share", "supply.days-mean", "supply.delays"]),
        (typeof(CoordinationMovesTests), nameof(CoordinationMovesTests.One_person_asks_two_units_one_answers_in_time_one_late_and_the_row_of_the_plan_says_so),
            ["tasks.cases-owned", "tasks.cases", "tasks.answered-in-time-share", "tasks.days-mean"]),
        (typeof(AcceptanceMovesTests), nameof(AcceptanceMovesTests.Each_way_of_telling_counts_and_a_mail_that_did_not_arrive_does_not),
            ["notices.told-share", "notices.told-email", "notices.told-slip", "notices.told-app", "notices.told-otherwise", "notices.told-failed"]),
        (typeof(AcceptanceMovesTests), nameof(AcceptanceMovesTests.Slips_are_printed_scanned_and_taken_onto_a_phone_and_the_row_says_so), ["phone.kept"]),
        (typeof(ReminderMovesTests), nameof(ReminderMovesTests.Reminders_that_go_out_arrive_and_are_followed_by_payments_move_their_rows),
            ["reminders.sms", "reminders.voice", "reminders.delivered-share", "reminders.paid-in-time-share", "reminders.sent"]),
        (typeof(CareMovesTests), nameof(CareMovesTests.Two_ask_for_material_one_says_it_came_one_gets_it_again_and_the_row_of_the_plan_says_so),
            ["care.asked", "care.called-share", "care.received-share", "care.sent-again"]),
        (typeof(HallMovesTests), nameof(HallMovesTests.A_morning_in_the_hall_moves_its_rows),
            ["hall.tickets", "hall.wait-mean", "hall.wait-90", "hall.wait-quick-mean", "hall.wait-ordinary-mean", "hall.wait-senior-mean", "hall.quick-tickets", "hall.ordinary-tickets", "hall.senior-tickets", "hall.serving-mean", "hall.serving-90", "hall.missed-share", "hall.out-of-turn", "hall.wrong-counter-share"]),
        (typeof(HallMovesTests), nameof(HallMovesTests.What_a_visitor_was_told_of_the_wait_is_kept_and_the_row_says_who_waited_so_long), ["hall.as-told-share"]),
        (typeof(BookingsMoveTests), nameof(BookingsMoveTests.Visits_that_are_booked_kept_and_missed_move_the_row_of_the_consultation_room),
            ["bookings.made", "bookings.kept", "bookings.missed-share", "bookings.consultations", "bookings.consultations-held"]),
        (typeof(HallMovesTests), nameof(HallMovesTests.A_greeter_and_a_volunteer_write_down_whom_they_helped_and_the_rows_say_so),
            ["hall.greeted", "hall.complete-at-check-share", "hall.roving", "hall.own-wishes", "hall.own-wishes-met-share"]),
        (typeof(HallMessagesMoveTests), nameof(HallMessagesMoveTests.Messages_are_written_approved_shown_and_hung_and_the_row_says_on_which_medium),
            ["hall.messages-hung", "hall.messages-marquee", "hall.messages-television", "hall.messages-expired"]),
        (typeof(RosterMovesTests), nameof(RosterMovesTests.Hours_of_walking_about_and_of_volunteers_over_noon_are_planned_changed_and_withdrawn_and_their_rows_move),
            ["hall.roving-hours", "hall.noon-hours"]),
        (typeof(SignPageTests), nameof(SignPageTests.A_sign_that_is_not_so_any_more_is_owed_stands_on_the_desk_and_a_new_one_ends_it_and_the_row_moves),
            ["hall.signs-hung", "hall.signs-outdated", "hall.sign-days-to-correct"]),
        (typeof(ContactMovesTests), nameof(ContactMovesTests.Three_numbers_are_left_one_wants_no_more_and_the_row_of_the_plan_says_so),
            ["contacts.mobiles", "contacts.reachable-share", "contacts.opt-outs"]),
        (typeof(ServicesMoveTests), nameof(ServicesMoveTests.A_service_that_loses_its_windows_its_procedure_and_its_norm_is_missed_in_each_figure),
            ["services.complete-sheets", "services.startable-counter", "services.startable-phone", "services.startable-web", "services.with-sop"]),
    ];

    [Fact]
    public async Task Each_statistic_of_the_running_program_is_moved_by_a_test_that_is_run()
    {
        var offered = await office.WithAsync<IndicatorCatalogue, string[]>(catalogue => Task.FromResult<string[]>([.. catalogue.All.Select(i => i.Code)]));
        Moves.SelectMany(move => move.Codes).Order(StringComparer.Ordinal).ToArray().ShouldBe(offered, "say here which test moves a new statistic");
        foreach (var (tests, test, _) in Moves)
        {
            var method = tests.GetMethod(test).ShouldNotBeNull(test);
            method.GetCustomAttribute<FactAttribute>().ShouldNotBeNull(test).Skip.ShouldBeNull();
            tests.GetCustomAttributes<TraitAttribute>().ShouldContain(trait => trait.Name == "store" && trait.Value == "both", $"{tests.Name} runs on both stores");
        }
    }

    /// <summary>The test speaks of what it moves, or reads all figures of that kind; so the list above cannot name just any test.</summary>
    [Fact]
    public void The_test_that_is_named_speaks_of_the_statistic_or_of_its_kind()
    {
        foreach (var (tests, _, codes) in Moves)
        {
            var text = File.ReadAllText(Directory.GetFiles(Path.Combine(TestOffice.Root, "tests", "Tests"), $"{tests.Name}.cs", SearchOption.AllDirectories).Single());
            codes.ShouldAllBe(code => text.Contains(code) || text.Contains($"\"{code.Split('.')[0]}\""), tests.Name);
        }
    }
}
