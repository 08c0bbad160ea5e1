using GridDesk.Ui.Fields;

namespace GridDesk.Staff.People;

internal static class Choices
{
    public static IReadOnlyList<Choice> Of(IEnumerable<Role> roles) => [.. roles.Select(role => new Choice($"{role}", role.Title))];

    public static IReadOnlyList<Choice> Of(IEnumerable<OfficePlace> places) => [.. places.Select(place => new Choice(place.Code, place.Name))];

    public static IReadOnlyList<Choice> AllRoles { get; } = Of(Enum.GetValues<Role>());
}
