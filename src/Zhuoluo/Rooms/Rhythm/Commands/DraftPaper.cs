using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <param name="Kind">Which template.</param>
/// <param name="Unit">Code or name of the unit that issues it.</param>
/// <param name="Period">As it was typed.</param>
/// <param name="Series">The office's code of its numbers; null for the last one.</param>
/// <param name="IsOnce">Where there is such a paper, it is the answer.</param>
internal sealed record PaperOrder(BulletinKind Kind, string Unit, string Period, string? Series = null, bool IsOnce = false);

/// <summary>Begins a paper as the page does, by the same handler.</summary>
internal static class DraftPaper
{
    public static async Task<int> RunAsync(IServiceProvider services, PaperOrder order, Act act, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        var texts = services.GetRequiredService<Texts>();
        var offices = services.GetRequiredService<Offices>().Current;
        IReadOnlyList<Unit> units = offices.UnitByCode(order.Unit) is { } byCode ? [byCode] : offices.UnitsNamed(order.Unit);
        if (units is not [var unit])
        {
            await notes.WriteLineAsync(units.Count == 0 ? $"error: no unit {order.Unit}\nhint: zhuoluo unit list" : $"error: {order.Unit} stands for {string.Join(", ", units.Select(u => u.Code))}");
            return Exit.Refused;
        }
        if (PaperPeriod.Read(order.Period, LocalDay.Of(act.At)).IsRefused(out _, out var scope) || scope is not { From: { } from, To: { } to })
        {
            await notes.WriteLineAsync($"error: give the period as {PaperPeriod.Written}");
            return Exit.Misuse;
        }
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        if (order.IsOnce && await db.Set<Bulletin>().Where(b => b.Kind == order.Kind && b.OfficeId == unit.Id && b.From == from && b.To == to).OrderBy(b => b.Id).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancel) is { } there)
        {
            await output.WriteLineAsync(there.ToString(CultureInfo.InvariantCulture));
            await notes.WriteLineAsync("there is one already");
            return Exit.Done;
        }
        var series = order.Series ?? await db.Set<Bulletin>().OrderByDescending(b => b.Kind == order.Kind).ThenByDescending(b => b.Id).Select(b => b.Series).FirstOrDefaultAsync(cancel) ?? "";
        var outcome = await services.GetRequiredService<BulletinsHandler>().DraftAsync(new DraftBulletin(order.Kind, unit.Id, from, to, series), act, cancel);
        if (outcome.IsRefused(out var refusal, out var id))
        {
            return await Refused.SayAsync(refusal, texts, notes);
        }
        await services.GetRequiredService<Pump>().DrainAsync(cancel);
        await output.WriteLineAsync(id.ToString(CultureInfo.InvariantCulture));
        return Exit.Done;
    }
}
