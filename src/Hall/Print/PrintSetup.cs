using GridDesk.Kernel.Recurring;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Hall.Print;

internal static class PrintSetup
{
    public static void AddPrinting(this IServiceCollection services)
    {
        services.AddSingleton(PrinterPatience.Usual);
        services.AddSingleton(new SlipPicture());
        services.AddSingleton<IReceiptPrinter, EscPosPrinter>();
        services.AddScoped<SlipWriting>();
        services.AddScoped<SlipPrinting>();
        services.AddScoped<PrinterReading>();
        services.Every<PrinterWatch>("watch-printers", new("問收據機好不好", "Ask the receipt printers how they are"), "20 * * * * *");
        services.Every<ReleaseNumbers>("release-numbers", new("收回沒有人拿的號碼", "Release numbers that nobody holds"), "*/30 * * * * *");
    }
}
