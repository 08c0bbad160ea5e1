namespace GridDesk.Services.Show;

/// <summary>What else a customer may do about a service, such as book a visit; a module that offers it answers.</summary>
public interface IServiceLinks
{
    IReadOnlyList<LinkAnswer> Of(ServiceDefinition service);
}

/// <param name="Text">What it leads to, as a sentence may.</param>
/// <param name="Href">Beginning with <c>~/</c>.</param>
public sealed record LinkAnswer(Phrase Text, string Href);
