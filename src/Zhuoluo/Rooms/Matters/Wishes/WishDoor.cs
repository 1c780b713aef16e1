using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>The way of the one who wished to their own wish: number and code, with the same answer and the same count for every wrong one.</summary>
internal sealed class WishDoor(IDbContextFactory<ZhuoluoContext> reads, Vault vault, WrongCodes wrong, IDataProtectionProvider protection, ActFactory acts)
{
    private static readonly TimeSpan _pass = TimeSpan.FromMinutes(30);
    private readonly IDataProtector _protector = protection.CreateProtector("wish.v1");

    public async Task<Outcome<Wish>> FindAsync(string? number, string? code, string address, DateTimeOffset now, CancellationToken cancel)
    {
        var read = "W" + RequesterDoor.ReadNumber(number ?? "");
        if (wrong.IsTooMany(read, address, now))
        {
            return new TooManyTries();
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var wish = await db.Set<Wish>().SingleOrDefaultAsync(w => w.Number == read, cancel);
        var isRight = ReceiptCodes.IsCodeOf(vault, wish?.Id ?? 0, read, code);
        if (wish is not null && isRight)
        {
            return wish;
        }
        wrong.Note(read, address, now);
        return new WrongReceipt();
    }

    /// <summary>Stands in the forms that follow in place of the code.</summary>
    public string PassFor(Wish wish) => _protector.Protect(
        (acts.Now + _pass).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " " + wish.Number);

    /// <summary>The number of the wish that the pass is for; null when it is forged or old.</summary>
    public string? Read(string? pass)
    {
        if (pass is not { Length: > 0 and < 1000 })
        {
            return null;
        }
        try
        {
            return _protector.Unprotect(pass).Split(' ') is [var until, var number] && long.Parse(until, CultureInfo.InvariantCulture) > acts.Now.ToUnixTimeSeconds() ? number : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
