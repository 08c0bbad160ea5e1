namespace GridDesk.Staff;

/// <summary>What a person is at the office. One person may have several; what each may do stands in <see cref="RightsTable"/>.</summary>
public enum Role
{
    /// <summary>Keeps the program: people, pack, background work. Sees no customer's data.</summary>
    Admin,

    /// <summary>Leads the office or a department and answers for the plan.</summary>
    Head,

    /// <summary>Watches over counters and cases; reverses what was done wrongly.</summary>
    Supervisor,

    /// <summary>Serves customers at a counter.</summary>
    Clerk,

    /// <summary>Handles a department's cases behind the counter.</summary>
    Handler,

    /// <summary>Answers customers by telephone for the office.</summary>
    CallCentre,

    /// <summary>Welcomes visitors and shows them to the right counter.</summary>
    Greeter,

    /// <summary>Helps in the hall and takes papers in over noon.</summary>
    Volunteer,

    /// <summary>Checks the hall, the signs and the service, and records what was found.</summary>
    Inspector,

    /// <summary>Writes the public pages.</summary>
    Editor,

    /// <summary>Reads what happened, with customers' data masked; changes nothing.</summary>
    Auditor,
}

public static class RoleWords
{
    extension(Role role)
    {
        /// <summary>What people call the role.</summary>
        public Phrase Title => role switch
        {
            Role.Admin => new("系統管理員", "Administrator"),
            Role.Head => new("主管", "Head"),
            Role.Supervisor => new("督導", "Supervisor"),
            Role.Clerk => new("櫃檯人員", "Clerk"),
            Role.Handler => new("承辦人", "Case handler"),
            Role.CallCentre => new("客服人員", "Call centre"),
            Role.Greeter => new("引導人員", "Greeter"),
            Role.Volunteer => new("志工", "Volunteer"),
            Role.Inspector => new("查核人員", "Inspector"),
            Role.Editor => new("網頁編輯", "Web editor"),
            Role.Auditor => new("稽核人員", "Auditor"),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
    }
}
