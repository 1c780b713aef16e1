using System.Globalization;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>Numbers of a year, as those of projects.</summary>
internal static class AgreementNumbers
{
    public static string Write(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"A{year:D4}-{serial:D5}");

    /// <summary>The first of <paramref name="count"/> serials that now belong to the caller.</summary>
    public static async Task<long> TakeAsync(Work work, int year, int count, CancellationToken cancel) =>
        await work.AskAsync("""
            INSERT INTO agreement_counter (year, next) VALUES ($1, 1 + $2)
            ON CONFLICT (year) DO UPDATE SET next = agreement_counter.next + $2
            RETURNING next - $2
            """, cancel, year, (long)count) ?? throw new InvalidOperationException("No number was given.");
}
