using FsCheck;
using FsCheck.Fluent;

namespace GridDesk.Tests.Time;

/// <summary>How many random cases a property is tried on; GRIDDESK_LONG=1 tries very many.</summary>
internal static class Cases
{
    private static readonly int Times = Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1" ? 200 : 1;

    public static void Hold<T>(this Gen<T> cases, Action<T> claim, int quick = 150) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(quick * Times).WithQuietOnSuccess(true),
            Prop.ForAll(cases.ToArbitrary(), claim));
}
