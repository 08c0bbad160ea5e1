using GridDesk.Kernel.Pack;
using GridDesk.Web;

try
{
    return await Commands.RunAsync(RunOptions.Parse(args));
}
catch (RunRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
catch (PackRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (Refusal refused)
{
    await Console.Error.WriteLineAsync(refused.Reason.ToString());
    return 1;
}
