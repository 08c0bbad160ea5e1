using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;
using GridDesk.Requests;

namespace GridDesk.Hall.Whose;

/// <summary>
/// Whose a ticket is, by what somebody typed: the number of a request with the code on its slip, or that or an electricity number with
/// the last three digits of the telephone. Nothing is told of what was found; guesses are counted as on the tracking page.
/// </summary>
internal sealed class WhoseLooking(RequestDirectory requests, SeenRequests seen, CustomerDirectory customers, OfficeDb db, PackInForce pack, IClock clock)
{
    private const int Digits = 3;
    private const int MostWrong = 5;
    private const int MostTries = 30;

    /// <summary>As events name it.</summary>
    /// <param name="address">Where whoever types is connected from.</param>
    /// <exception cref="Refusal"><c>hall.whose</c> at the field <c>Proof</c>, <c>too-many-tries</c></exception>
    public async Task<(string Subject, WhoseProof Proof)> FindAsync(string? number, string? proof, string address, CancellationToken cancel = default)
    {
        var typed = Kernel.Search.SearchWords.Fold(proof ?? "").Trim();
        try
        {
            if (ElectricityNumber.TryParse(number, out var account))
            {
                return (await OfAccountAsync(account!.Digits, typed, address, cancel), WhoseProof.Phone);
            }

            return typed.Length > Digits ? (await requests.LookUpAsync(number, typed, address, cancel), WhoseProof.Code) : (await requests.LookUpByPhoneAsync(number, typed, address, cancel), WhoseProof.Phone);
        }
        catch (Refusal refusal) when (refusal.Code == "not-found")
        {
            throw Wrong();
        }
    }

    /// <summary>The same for a clerk, who has the customer in front of them and needs no proof.</summary>
    /// <exception cref="Refusal"><c>hall.whose</c>, <c>request.unknown-number</c>, <c>forbidden</c></exception>
    public async Task<string> FindAsync(string? number, CancellationToken cancel = default) =>
        !ElectricityNumber.TryParse(number, out var account) ? (await seen.FindAsync(number ?? "", cancel)).Key
        : await customers.OfAccountAsync(account!.Digits, cancel) is { } known ? $"customer:{known.Id:N}"
        : throw new Refusal("hall.whose", "沒有這個電號的用戶。", "No customer has that electricity number.", "number");

    // A number that nobody has walks the same path.
    private async Task<string> OfAccountAsync(string account, string typed, string address, CancellationToken cancel)
    {
        var now = clock.Now();
        if (await Tries.CountAsync(db, $"whose:{address}", now, Duration.FromMinutes(1), cancel) > MostTries)
        {
            throw new Refusal("too-many-tries", "試太多次了，請等一分鐘，或到櫃檯再說。", "That was too many tries; please wait a minute, or tell us at the counter.");
        }

        var today = pack.Calendar.Today(now).AtStartOfDayInZone(pack.Calendar.Zone).ToInstant();
        var (wrong, known) = (await Tries.SoFarAsync(db, $"whose:{account}", today, cancel), await customers.OfAccountAsync(account, cancel));
        var phone = new string([.. (known?.Phone.Split('#')[0] ?? "").Where(char.IsAsciiDigit)]);
        if (wrong < MostWrong && typed.Length == Digits && typed.All(char.IsAsciiDigit) && phone.EndsWith(typed, StringComparison.Ordinal) && known is not null)
        {
            return $"customer:{known.Id:N}";
        }

        await Tries.CountAsync(db, $"whose:{account}", today, cancel);
        throw Wrong();
    }

    private static Refusal Wrong() => new("hall.whose", "對不起來。號碼和查詢碼（或電話後三碼）要一起對；不確定的話，到櫃檯再說也可以。",
        "They do not match. Number and code (or the last 3 digits of the telephone) must both be right; if you are not sure, tell us at the counter.", "Proof");
}
