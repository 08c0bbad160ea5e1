namespace GridDesk.Tests.Infrastructure;

/// <summary>What happens beside the test is waited for, some seconds at most.</summary>
public static class Soon
{
    public static async Task IsSoAsync(Func<Task<bool>> isSo, string because)
    {
        for (var tries = 0; !await isSo() && tries < 500; tries++)
        {
            await Task.Delay(20);
        }

        (await isSo()).ShouldBeTrue(because);
    }
}
