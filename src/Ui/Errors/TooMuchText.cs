namespace GridDesk.Ui.Errors;

/// <summary>What could not be read was a form of words, without files, that is longer than any page takes. A feature of the request, for its error page.</summary>
public sealed class TooMuchText;
