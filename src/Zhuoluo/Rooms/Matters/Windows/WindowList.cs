using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Windows;

/// <summary>A window with the code that hangs there now, if any.</summary>
internal sealed record WindowShown(Unit Window, Unit? Of, WindowCode? Code);

/// <summary>All windows of today, under the units they belong to.</summary>
internal sealed class WindowList(ZhuoluoContext db, Offices offices)
{
    public async Task<IReadOnlyList<WindowShown>> ReadAsync(DateOnly today, CancellationToken cancel)
    {
        var codes = await db.Set<WindowCode>().Where(c => c.RetiredAt == null).ToDictionaryAsync(c => c.UnitId, cancel);
        var current = offices.Current;
        return [.. current.Units.Where(u => u.Kind == UnitKind.Window && u.IsValidOn(today))
            .Select(u => new WindowShown(u, u.ParentId is { } above ? current.Unit(above) : null, codes.GetValueOrDefault(u.Id)))];
    }
}
