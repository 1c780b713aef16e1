using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>The drive that a sheet belongs to: the one of its kind with the title's name, or the only one of its days; else a new one.</summary>
internal sealed class DriveFinder(KeepDriveHandler drives, IDbContextFactory<ZhuoluoContext> reads)
{
    public async Task<Outcome<long>> FindAsync(TableKind table, string? title, string fallback, (DateOnly From, DateOnly To) period, Act act, CancellationToken cancel)
    {
        var kind = KindOf(table);
        await using var db = await reads.CreateDbContextAsync(cancel);
        var known = await db.Set<Drive>().Where(d => d.Kind == kind).OrderBy(d => d.Id).ToListAsync(cancel);
        var name = title ?? fallback;
        var covering = known.Where(d => d.From <= period.To && (d.To is not { } to || to >= period.From)).ToList();
        if (known.Find(d => Fold.Tight(d.Name) == Fold.Tight(name)) is { } named)
        {
            return named.Id;
        }
        if (covering is [var only] && title is null)
        {
            return only.Id;
        }
        return await OpenAsync(kind, name, period, act, cancel);
    }

    // Who may import may bring a drive along; opening one by hand is another permission, so the import job opens it.
    private async Task<Outcome<long>> OpenAsync(DriveKind kind, string name, (DateOnly From, DateOnly To) period, Act act, CancellationToken cancel)
    {
        var job = act with { Who = Actor.Job("import") };
        var stem = $"{CodeOf(kind)}-{period.From.Year.ToString(CultureInfo.InvariantCulture)}";
        for (var number = 1; ; number++)
        {
            var code = number == 1 ? stem : $"{stem}-{number.ToString(CultureInfo.InvariantCulture)}";
            var outcome = await drives.HandleAsync(new KeepDrive(code, Cut(name), kind, period.From, period.To), job, cancel);
            if (!outcome.IsRefused(out var refusal, out _) || refusal.Kind != RefusalKind.Conflict)
            {
                return outcome;
            }
        }
    }

    private static string Cut(string name) => name.Length <= KeepDrive.LongestName ? name : name[..KeepDrive.LongestName];

    private static DriveKind KindOf(TableKind kind) => kind switch
    {
        TableKind.Visits => DriveKind.HouseholdVisits,
        TableKind.Suggestions => DriveKind.Survey,
        _ => DriveKind.HallDuty,
    };

    private static string CodeOf(DriveKind kind) => kind switch
    {
        DriveKind.HouseholdVisits => "visits",
        DriveKind.Survey => "survey",
        _ => "hall-duty",
    };
}
