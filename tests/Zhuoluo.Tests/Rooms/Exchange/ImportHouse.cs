using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>A house with the invented county 990101 (small fixtures) or the sample county, and imports into it.</summary>
internal static class ImportHouse
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        Good(await house.ImportAsync(Path.Combine(Folder, "places.csv"), "places"));
        Good(await house.ImportAsync(Path.Combine(Folder, "units.xlsx"), "units"));
        Good(await house.ImportAsync(Path.Combine(Folder, "categories.csv"), "categories"));
        return house;
    }

    public static Task<Outcome<ImportReport>> ImportAsync(
        this TestHouse house, string path, string kind = "", string place = "990101", DateOnly? asOf = null, IProgress<ImportProgress>? progress = null) =>
        house.Services.GetRequiredService<ImportFileHandler>().HandleAsync(new ImportFile(path, place, kind, asOf), house.System(), progress, CancellationToken.None);

    public static Task<Outcome<ImportReport>> ImportSmallAsync(this TestHouse house, string file, IProgress<ImportProgress>? progress = null) =>
        house.ImportAsync(Path.Combine(Folder, file), "", "990101", new DateOnly(2023, file == "visits.xlsx" ? 6 : 12, file == "visits.xlsx" ? 30 : 31), progress);

    public static T Good<T>(Outcome<T> outcome) => outcome.Match(value => value, refusal => throw new InvalidOperationException(refusal.ToString()));

    /// <summary>Everything that an import may change, but for the runs themselves.</summary>
    public static Task<string> PictureAsync(this TestHouse house) => house.ReadAsync(async db =>
    {
        var matters = await db.Set<Matter>().Select(m => new { m.OpenedOn, m.ClosedOn, m.State, m.Outcome, m.Channel, m.PlaceCode, m.LeadUnitId, m.Title }).ToListAsync();
        var visits = await db.Set<Visit>().Select(v => new { v.On, v.PlaceCode, v.VisitorName, v.Households }).ToListAsync();
        var shifts = await db.Set<DutyShift>().Select(s => new { s.On, s.HeadName, s.Slot, s.IsCancelled }).ToListAsync();
        var drives = await db.Set<Drive>().Select(d => new { d.Code, d.Name, d.From, d.To }).ToListAsync();
        var rows = await db.Set<ImportRow>().CountAsync();
        return string.Join('\n', matters.Select(m => m.ToString()).Concat(visits.Select(v => v.ToString())).Concat(shifts.Select(s => s.ToString()))
            .Concat(drives.Select(d => d.ToString())).Order(StringComparer.Ordinal).Append($"{rows} rows"));
    });
}
