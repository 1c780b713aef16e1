using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.Report;

/// <summary>The yearly report as CSV: one line a count, with the rate's numerator and denominator beside it.</summary>
internal static class ReportFile
{
    public static void Map(WebApplication app) => app.MapGet("/petitions/report/{year:int}.csv", SendAsync).Needs(Capability.ExportData);

    private static async Task<IResult> SendAsync(int year, HttpContext context, YearReport report, Offices offices, Texts texts, CancellationToken cancel)
    {
        if (!context.May(Capability.SeeMatters) || year is < 1950 or > 2150)
        {
            return Results.NotFound();
        }
        var (tables, deeds) = await report.ReadAsync(year, Viewer.Of(context.Act(), offices.Current), cancel);
        var lines = tables.SelectMany(t => t.Lines.Select(l => (IReadOnlyList<string>)
            [texts[t.Title], l.Label, Number(l.Total), Number(l.Open), Number(l.Solved), l.Rate is { } rate ? (rate / 100m).ToString("0.00", CultureInfo.InvariantCulture) : ""]));
        var done = deeds.Select(d => (IReadOnlyList<string>)[texts["petition.report.deeds"], texts[d.Key], Number(d.Count), "", "", ""]);
        string[] head = [texts["petition.report.table"], texts["petition.count.what"], texts["petition.count.total"], texts["petition.count.open"], texts["petition.count.solved"], texts["petition.count.rate"]];
        return Results.File(CsvText.Of(head, lines.Concat(done)), CsvText.ContentType, string.Create(CultureInfo.InvariantCulture, $"petitions-{year}.csv"));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
