using System.Globalization;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Numbers of a year without gaps and never twice: the counter moves in the transaction of the project that takes the number.</summary>
internal static class ProjectNumbers
{
    public static string Write(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"P{year:D4}-{serial:D5}");

    /// <summary>The first of <paramref name="count"/> serials that now belong to the caller.</summary>
    public static async Task<long> TakeAsync(Work work, int year, int count, CancellationToken cancel) =>
        await work.AskAsync("""
            INSERT INTO project_counter (year, next) VALUES ($1, 1 + $2)
            ON CONFLICT (year) DO UPDATE SET next = project_counter.next + $2
            RETURNING next - $2
            """, cancel, year, (long)count) ?? throw new InvalidOperationException("No number was given.");
}
