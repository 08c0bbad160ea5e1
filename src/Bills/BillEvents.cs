using GridDesk.Kernel.Events;

namespace GridDesk.Bills;

// What other modules may know of bills. No account, no amount. That a bill was issued is the company's event, not the office's:
// the event of its file says how many came in.

/// <summary>A later file said otherwise of an open bill; the fields that changed, and its due date from now on.</summary>
[Event("bill.corrected")]
public sealed record BillCorrected(IReadOnlyList<string> Fields, LocalDate DueOn) : IEvent;

/// <summary>A bill was paid.</summary>
/// <param name="InTime">By its due date, or on the next working day where that is a day off.</param>
[Event("bill.paid")]
public sealed record BillPaid(LocalDate PaidOn, LocalDate DueOn, PaymentChannel Channel, bool InTime) : IEvent;

/// <summary>Nobody has to pay a bill any more.</summary>
[Event("bill.cancelled")]
public sealed record BillCancelled(LocalDate DueOn) : IEvent;

/// <summary>A file of bills or of payments was read; its rows are taken in behind it.</summary>
/// <param name="Lines">Rows, broken ones included.</param>
[Event("bill-file.read")]
public sealed record BillFileRead(BillFileKind Kind, int Lines) : IEvent;

/// <summary>Every row of a file was taken in or listed with its mistake.</summary>
/// <param name="Added">Bills, or payments, that are new.</param>
/// <param name="Changed">Bills that were corrected or cancelled.</param>
/// <param name="Same">Rows that say what was known.</param>
/// <param name="Broken">Rows that were not taken in.</param>
[Event("bill-file.taken-in")]
public sealed record BillFileTakenIn(BillFileKind Kind, int Added, int Changed, int Same, int Broken) : IEvent;

public enum BillState { Open, Paid, Cancelled }

/// <summary>How somebody paid.</summary>
public enum PaymentChannel
{
    /// <summary>At the office's counter.</summary>
    Counter,

    /// <summary>A bank, a post office, a farmers' association.</summary>
    Bank,

    ConvenienceStore,

    /// <summary>Taken from an account every time.</summary>
    DirectDebit,

    /// <summary>The company's web page or app.</summary>
    Online,

    Other,
}

public enum BillFileKind { Bills, Payments }
