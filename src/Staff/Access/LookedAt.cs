namespace GridDesk.Staff.Access;

/// <summary>What people call a kind of subject whose data somebody looked at; the module that owns the kind registers one.</summary>
/// <param name="Code">What its subjects' keys begin with, such as <c>customer</c>.</param>
public sealed record LookedAt(string Code, Phrase Name);
