using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>
/// The way of a requester to their own matter: number and code. An unknown number and a wrong code get the same answer after the same
/// work; after ten wrong ones in ten minutes, for one number or from one address, nobody gets through there for a while.
/// </summary>
internal sealed class RequesterDoor(IDbContextFactory<ZhuoluoContext> reads, Vault vault, WrongCodes wrong)
{
    public async Task<Outcome<Matter>> FindAsync(string number, string code, string address, DateTimeOffset now, CancellationToken cancel)
    {
        var read = ReadNumber(number);
        if (wrong.IsTooMany(read, address, now))
        {
            return new TooManyTries();
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var matter = await db.Set<Matter>().SingleOrDefaultAsync(m => m.Number == read, cancel);
        var isRight = ReceiptCodes.IsCodeOf(vault, matter?.Id ?? 0, read, code);
        if (matter is not null && isRight)
        {
            return matter;
        }
        wrong.Note(read, address, now);
        return new WrongReceipt();
    }

    /// <summary>As people type it: any width, with blanks, with or without the dash.</summary>
    public static string ReadNumber(string typed)
    {
        var digits = new string([.. Fold.Width(typed).Where(char.IsAsciiDigit).Take(16)]);
        return digits.Length > 4 ? $"{digits[..4]}-{digits[4..]}" : digits;
    }
}

internal sealed record WrongReceipt() : Refusal("wrong-receipt")
{
    public override string? Field => "Code";
}

internal sealed record TooManyTries() : Refusal("too-many-tries")
{
    public override string? Field => "Code";
}
