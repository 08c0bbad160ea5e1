using GridDesk.Kernel.Events;

namespace GridDesk.Hall.Greet;

/// <summary>Somebody of ours met a visitor at the entrance or in the hall; who it was stands nowhere.</summary>
/// <param name="Errand">Code of a service, or of a group of them.</param>
[Event("encounter.recorded")]
public sealed record EncounterRecorded(string Site, EncounterPlace Place, string Errand, PapersFound Papers, IReadOnlyList<EncounterHelp> Help, OwnWish Wish) : IEvent;

/// <summary>Where it was.</summary>
public enum EncounterPlace
{
    /// <summary>Visitors are greeted as they come in (plan row 1.2.3.1).</summary>
    Entrance,

    /// <summary>Somebody walks about and asks (plan row 2.1.2.3).</summary>
    Hall,
}

/// <summary>What a look at the papers found.</summary>
public enum PapersFound { NotLooked, Complete, Missing }

/// <summary>What was done for the visitor.</summary>
public enum EncounterHelp { ToldProcedure, ShownCounter, FilledForm, Done }

/// <summary>A wish of the visitor's own: a chair, a form in large print, a visit at home.</summary>
public enum OwnWish { None, Met, PassedOn }
