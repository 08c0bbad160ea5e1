namespace GridDesk.Staff;

/// <summary>One thing that not everybody may do. Which roles may stands in <see cref="RightsTable"/> and nowhere else.</summary>
public enum Right
{
    /// <summary>Come in and keep one's own account.</summary>
    UseDesk,

    /// <summary>Read the service plan and its figures.</summary>
    SeePlan,

    /// <summary>Take in and formally accept a request (受理).</summary>
    FileRequests,

    /// <summary>Take papers in without accepting them (先行收件); somebody who may accept examines them afterwards.</summary>
    ReceiveOnly,

    /// <summary>Accept and finish the simple kinds over noon, on a shift and with the certificate.</summary>
    CompleteAtNoon,

    /// <summary>See the requests of one's own department.</summary>
    SeeRequests,

    /// <summary>See the requests of every department.</summary>
    SeeAllRequests,

    /// <summary>Work on a request: hand over, ask for papers, finish.</summary>
    HandleRequests,

    /// <summary>Take back a wrong acceptance or closing, with a reason.</summary>
    ReverseRequests,

    /// <summary>See who a customer is: name, telephone, address, numbers. Every look is recorded.</summary>
    SeePersonalData,

    /// <summary>See the same with everything that tells who it is masked.</summary>
    SeeMaskedData,

    /// <summary>Write down where a customer wants to be reached and what for, and that they want it no more.</summary>
    KeepContacts,

    /// <summary>Tell a customer how a request stands, found by any fact about it.</summary>
    AnswerProgress,

    /// <summary>Tell how a request stands to somebody who gives its number; nothing about the person.</summary>
    AnswerProgressByNumber,

    /// <summary>Pass a case of the call centre on to the office, and ask how it stands (後送); for programs.</summary>
    HandOver,

    /// <summary>Have the office send a message to somebody, and ask what became of it; for programs.</summary>
    SendMessages,

    /// <summary>Read files of bills and payments in.</summary>
    ImportBills,

    /// <summary>Remind customers of bills that fall due, and see what became of it; take the list of calls and bring their outcomes back.</summary>
    RemindOfBills,

    /// <summary>Tell thousands of customers at once, such as of a power cut; pause it and call it off.</summary>
    TellMany,

    /// <summary>Give a visitor a queue ticket.</summary>
    IssueTickets,

    /// <summary>Call, recall and finish tickets at a counter.</summary>
    CallTickets,

    /// <summary>Write what everybody in a hall is to know, hang its papers up and take them down.</summary>
    WriteHallMessages,

    /// <summary>Approve what somebody else wrote for a hall; before that nobody sees it.</summary>
    ApproveHallMessages,

    /// <summary>Plan who stands where in the hall, and open a counter out of plan with a reason.</summary>
    PlanRoster,

    /// <summary>See how a hall has been going: waiting and serving by line, counter and hour; nobody's name.</summary>
    SeeHallFigures,

    /// <summary>Record an inspection or a spot check.</summary>
    RecordInspections,

    /// <summary>Write and publish public pages.</summary>
    EditPages,

    /// <summary>Amend the plan: measures, targets, who answers for them.</summary>
    AmendPlan,

    /// <summary>Say for one's own department what no statistic can tell of its rows in the half-year's self-assessment.</summary>
    AnswerAssessment,

    /// <summary>Publish days on which the office is shut or works otherwise than the pack says.</summary>
    ChangeCalendar,

    /// <summary>Add people, give roles, name deputies, plan shifts, let people go.</summary>
    ManageStaff,

    /// <summary>Check and load the office's pack.</summary>
    ManagePack,

    /// <summary>Register other programs that hear of what happens, and see what was sent to them.</summary>
    ManageWebhooks,

    /// <summary>See background work, its errors and its next times.</summary>
    SeeWork,

    /// <summary>Read the journal of everything that happened.</summary>
    SeeJournal,

    /// <summary>See who looked at whose data.</summary>
    SeeAccessLog,

    /// <summary>Issue tokens and call the API with them.</summary>
    UseApi,
}
