using System.Globalization;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Numbers of a year without gaps and never twice: the counter moves in the transaction of the matter that takes the number, and on
/// PostgreSQL its row stays locked until that one commits. Take it late in the job.
/// </summary>
internal static class MatterNumbers
{
    public static string Write(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{serial:D6}");

    /// <summary>Whether the text is written as a number is.</summary>
    public static bool IsOne(string text) => text.Length is >= 11 and <= 14 && text[4] == '-' && !text.Where((c, i) => i != 4 && !char.IsAsciiDigit(c)).Any();

    /// <summary>The first of <paramref name="count"/> serials that now belong to the caller.</summary>
    public static async Task<long> TakeAsync(Work work, int year, int count, CancellationToken cancel)
    {
        return await work.AskAsync("""
            INSERT INTO number_counter (year, next) VALUES ($1, 1 + $2)
            ON CONFLICT (year) DO UPDATE SET next = number_counter.next + $2
            RETURNING next - $2
            """, cancel, year, (long)count) ?? throw new InvalidOperationException("No number was given.");
    }
}
