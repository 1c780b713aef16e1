using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Categories;

/// <summary>
/// The topics that a county starts with: everyday ones, and the street events of GB/T 47678.5-2026 that rules A6.5 names. Taken in at the
/// first start, when there is no topic at all; afterwards the list is the county's own.
/// </summary>
internal sealed class StarterSet(IDbContextFactory<ZhuoluoContext> reads, ImportCategoriesHandler handler, ActFactory acts) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await reads.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<Category>().AnyAsync(cancellationToken))
        {
            await handler.HandleAsync(new ImportCategories(Read()), acts.New(Actor.Job("starter-set"), Door.Job), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public static IReadOnlyList<CategoryLine> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalog", "matters", "categories.csv")).Skip(1).Select(Line)];

    // code,name,parent,standard_ref,standard_code,usual_units; no quotes in it.
    private static CategoryLine Line(string line)
    {
        var cells = line.Split(',');
        return new CategoryLine(cells[0], cells[1], cells[3])
        {
            ParentCode = cells[2].Length == 0 ? null : cells[2],
            StandardCode = cells[4].Length == 0 ? null : cells[4],
            UsualUnits = cells[5],
        };
    }
}
